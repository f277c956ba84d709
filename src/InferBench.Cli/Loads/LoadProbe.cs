using InferBench.Core.Loads;
using InferBench.Core.Scenarios;

namespace InferBench.Cli.Loads;

/// <summary>One run of a scenario.</summary>
/// <param name="Record">What was measured.</param>
/// <param name="Result">What it amounts to by LoadGen's rules.</param>
internal sealed record LoadProbe(LoadRecord Record, ScenarioResult Result)
{
    public static LoadProbe Of(LoadRecord record) => new(record, ScenarioScorer.Score(record.Settings, record.Run));
}
