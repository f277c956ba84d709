using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Workers;

namespace InferBench.Cli.Supervision;

/// <summary>What a person is shown while a run goes on.</summary>
internal interface IRunProgress
{
    /// <summary>A worker is somewhere in a shard; <paramref name="cell"/> is null while it loads.</summary>
    public void Moved(string shard, PlannedCell? cell, WorkerProgress progress);

    /// <summary>A cell has ended, in whatever way.</summary>
    public void Ended(PlannedCell cell, JournalRow row);
}
