namespace InferBench.Core.Plans;

/// <summary>Whether decode steps run as a captured CUDA graph: words of plans and of run.json.</summary>
public static class CudaGraph
{
    /// <summary>Captured where the model allows it and a trial gives the same tokens.</summary>
    public const string Auto = "auto";

    /// <summary>Captured, or the cells fail and say why not.</summary>
    public const string On = "on";

    /// <summary>Every step launches its kernels one by one.</summary>
    public const string Off = "off";

    public static IReadOnlyList<string> All { get; } = [Auto, On, Off];
}
