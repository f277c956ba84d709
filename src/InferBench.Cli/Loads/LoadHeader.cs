using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Cli.Loads;

/// <summary>What was driven, where and when.</summary>
/// <param name="Tool">Which InferBench.</param>
/// <param name="StartedAt">When the worker was started.</param>
/// <param name="Arguments">The command line, without personal paths.</param>
/// <param name="Model">The model.</param>
/// <param name="Cell">Its shape at batch 1, or at the model's own batch.</param>
/// <param name="Environment">The machine.</param>
/// <param name="Price">What an hour of it costs.</param>
internal sealed record LoadHeader(
    ToolVersion Tool, DateTimeOffset StartedAt, IReadOnlyList<string> Arguments, RunModel Model, Cell Cell, RunEnvironment Environment, HourlyPrice Price);
