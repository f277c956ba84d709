using InferBench.Core.Runs;

namespace InferBench.Reporting.Results;

/// <summary>A run in the index.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Complete">Whether every planned cell has ended.</param>
/// <param name="Digest">SHA-256 over what its document says; null in old ones.</param>
/// <param name="InferBench">Version that measured.</param>
/// <param name="GitCommit">Commit that measured; null where unknown.</param>
/// <param name="OnnxRuntime">ONNX Runtime's version; null where unknown.</param>
/// <param name="Processor">Processor's own name for itself; null where unknown.</param>
/// <param name="LogicalCores">Cores that it could use.</param>
/// <param name="Gpus">Names of the graphics processors that cells ran on; empty for none.</param>
/// <param name="Models">Models that ran.</param>
/// <param name="Cells">Planned cells.</param>
/// <param name="ValidCells">Those that were measured and judged valid.</param>
/// <param name="Price">What an hour of the machine costs, with its source and day; <c>assumed</c> where nobody gave it.</param>
/// <param name="Best">The cheapest valid cell of each unit; empty where no cell is valid.</param>
public sealed record IndexedRun(
    string Id,
    DateTimeOffset StartedAt,
    bool Complete,
    string? Digest,
    string InferBench,
    string? GitCommit,
    string? OnnxRuntime,
    string? Processor,
    int LogicalCores,
    IReadOnlyList<string> Gpus,
    IReadOnlyList<IndexedModel> Models,
    int Cells,
    int ValidCells,
    HourlyPrice Price,
    IReadOnlyList<IndexedCell> Best);
