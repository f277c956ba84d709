using InferBench.Core.Placement;
using InferBench.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>A session with what was asked of ONNX Runtime to make it; the placement is null where it does not say.</summary>
internal sealed record LoadedModel(
    InferenceSession Session,
    OnnxModel Outline,
    string Provider,
    IReadOnlyDictionary<string, string> ProviderOptions,
    IReadOnlyDictionary<string, string> SessionOptions,
    int Threads,
    TimeSpan LoadTime,
    NodePlacement? Placement)
{
    public string File => Path.GetFileName(Outline.Path);
}
