using InferBench.Core.Plans;

namespace InferBench.Core.Runs;

/// <summary>Everything that is known about a run before its first cell.</summary>
/// <param name="RunId">Name of the run's folder.</param>
/// <param name="Tool">The program that measured.</param>
/// <param name="Argv">Command line as given, personal paths replaced by <c>~</c>.</param>
/// <param name="PlanAsked">The plan as asked, absent fields absent.</param>
/// <param name="Plan">The plan as applied.</param>
/// <param name="Environment">The machine.</param>
/// <param name="Price">What an hour of it costs.</param>
/// <param name="Models">The models that run.</param>
/// <param name="Cells">The cells, in the order in which they run.</param>
public sealed record RunHeader(
    string RunId,
    ToolVersion Tool,
    IReadOnlyList<string> Argv,
    Plan PlanAsked,
    Plan Plan,
    RunEnvironment Environment,
    HourlyPrice Price,
    IReadOnlyList<RunModel> Models,
    IReadOnlyList<PlannedCell> Cells);
