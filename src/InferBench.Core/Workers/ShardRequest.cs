using InferBench.Core.Plans;
using InferBench.Core.Samples;

namespace InferBench.Core.Workers;

/// <summary>What the supervisor hands a worker, as one JSON line on its standard input: the cells that share one loaded session.</summary>
/// <param name="ShardKey">Name of the shard within the run: model, precision and provider.</param>
/// <param name="ModelPath">The ONNX file.</param>
/// <param name="ModelSha256">Hash that the supervisor computed over the model and its external data.</param>
/// <param name="Provider">Execution provider: <c>cpu</c>, <c>cuda</c>, <c>tensorrt</c>.</param>
/// <param name="Threads">Intra-op threads.</param>
/// <param name="Seed">Seed of prompt ids.</param>
/// <param name="PromptText">File to cut prompts from; null means random ids or <paramref name="PromptIds"/>.</param>
/// <param name="Measure">Settings with no null but the timeout.</param>
/// <param name="JournalPath">The journal to append to.</param>
/// <param name="Cells">Cells in the order to run: the largest batch last, so that running out of memory costs least.</param>
/// <param name="PromptIds">Prompt for every sequence; null means seeded random ids, or ids cut from <paramref name="PromptText"/>.</param>
/// <param name="OneShot">How a one-shot model is fed; null for a decoder.</param>
/// <param name="Selection">Where a decoder's tokens are selected, one of <see cref="TokenSelection.All"/>.</param>
/// <param name="ProviderOptions">Options for the provider, NAME=VALUE; null for none.</param>
/// <param name="CudaGraph">Whether decode steps run as a captured CUDA graph, one of <see cref="Plans.CudaGraph.All"/>.</param>
public sealed record ShardRequest(
    string ShardKey,
    string ModelPath,
    string ModelSha256,
    string Provider,
    int Threads,
    long Seed,
    IReadOnlyList<int>? PromptIds,
    MeasureSettings Measure,
    string JournalPath,
    IReadOnlyList<PlannedCell> Cells,
    string? PromptText = null,
    OneShotRequest? OneShot = null,
    string Selection = TokenSelection.Auto,
    IReadOnlyList<string>? ProviderOptions = null,
    string CudaGraph = CudaGraph.Off);
