namespace InferBench.Core.Plans;

/// <summary>Where a decoder's next token is selected: words of plans and of run.json.</summary>
public static class TokenSelection
{
    /// <summary>In the graph on a device, on the host on the CPU.</summary>
    public const string Auto = "auto";

    /// <summary>Logits come to the host, which takes the largest.</summary>
    public const string Host = "host";

    /// <summary>An ArgMax appended to the graph, so that only ids leave the device.</summary>
    public const string Graph = "graph";

    public static IReadOnlyList<string> All { get; } = [Auto, Host, Graph];
}
