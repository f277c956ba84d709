using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Sessions;

/// <summary>A session with what was asked of ONNX Runtime to make it.</summary>
internal sealed record LoadedModel(
    InferenceSession Session,
    string File,
    string Provider,
    IReadOnlyDictionary<string, string> ProviderOptions,
    IReadOnlyDictionary<string, string> SessionOptions,
    int Threads,
    TimeSpan LoadTime);
