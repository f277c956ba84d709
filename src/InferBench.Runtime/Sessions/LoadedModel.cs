using InferBench.Models.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>A session with what was asked of ONNX Runtime to make it.</summary>
internal sealed record LoadedModel(
    InferenceSession Session,
    OnnxModel Outline,
    string Provider,
    IReadOnlyDictionary<string, string> ProviderOptions,
    IReadOnlyDictionary<string, string> SessionOptions,
    int Threads,
    TimeSpan LoadTime)
{
    public string File => Path.GetFileName(Outline.Path);
}
