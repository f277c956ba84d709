using InferBench.Core.Placement;

namespace InferBench.Core.Runs;

/// <summary>A loaded session as applied, written by the worker that loaded it.</summary>
/// <param name="Provider">Execution provider.</param>
/// <param name="ProviderOptions">Options given to it; with tensorrt (names with trt_) those of cuda behind it too, and the environment variable that decides over TF32.</param>
/// <param name="SessionOptions">Session options and configuration entries given to ONNX Runtime.</param>
/// <param name="IntraOpThreads">Threads inside an operator.</param>
/// <param name="CacheMode">How the KV cache is bound: <c>shared</c> (one buffer for past and present) or <c>growing</c> (outputs of one step are inputs of the next); null for a one-shot model.</param>
/// <param name="LoadNs">Time to create the session.</param>
/// <param name="ResidentBytes">Memory of the worker after loading; null where it cannot be read.</param>
/// <param name="OnnxRuntime">ONNX Runtime's version as loaded.</param>
/// <param name="ServerGc">Garbage collector mode of the worker.</param>
/// <param name="TieredPgo">Tiered PGO of the worker.</param>
/// <param name="Placement">Which provider its operators were given to; null where ONNX Runtime does not say.</param>
/// <param name="Selection">
/// Where a decoder's next token is found: <c>graph</c> (only ids leave the device) or <c>host</c>, with the reason in brackets where a device left it to
/// the host; null for a one-shot model, and in runs that are older than this field.
/// </param>
/// <param name="CudaGraph">
/// <c>captured</c> where decode steps are replayed as a CUDA graph, else <c>off</c>, with the reason in brackets where it was tried; null on other providers, for a
/// one-shot model, and in runs that are older than this field.
/// </param>
public sealed record SessionReport(
    string Provider,
    IReadOnlyDictionary<string, string> ProviderOptions,
    IReadOnlyDictionary<string, string> SessionOptions,
    int IntraOpThreads,
    string? CacheMode,
    long LoadNs,
    long? ResidentBytes,
    string OnnxRuntime,
    bool ServerGc,
    bool TieredPgo,
    NodePlacement? Placement = null,
    string? Selection = null,
    string? CudaGraph = null);
