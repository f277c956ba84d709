using InferBench.Bench.Shards;
using InferBench.Core.Workers;

namespace InferBench.Bench.Loads;

/// <summary>
/// Says how far a scenario is, from a thread of its own: the thread that serves the queries must not wait for a pipe.
/// While one batch runs it says nothing, so that a batch that never ends is seen.
/// </summary>
/// <param name="reporter">Where it is said.</param>
/// <param name="key">Of the cell.</param>
internal sealed class LoadProgress(ProgressReporter reporter, string key)
{
    /// <summary>Parts of a run that progress is counted in.</summary>
    private const int Parts = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>A batch size is being warmed up.</summary>
    public void WarmedUp(int done, double? seconds) => reporter.Report(new WorkerProgress(key, WorkerPhase.Warmup, done, 0, seconds));

    /// <param name="batches">What is being run.</param>
    /// <param name="share">How much of the run is over, from 0 to 1.</param>
    /// <returns>To be disposed of when the run has ended.</returns>
    public IDisposable Follow(SampledBatches batches, Func<double> share)
    {
        Report(share());
        var done = 0;
        return new Timer(
            _ =>
            {
                var now = batches.Done;
                if (now != done || !batches.IsRunning)
                {
                    done = now;
                    Report(share());
                }
            },
            null,
            Interval,
            Interval);
    }

    private void Report(double share) =>
        reporter.Report(new WorkerProgress(key, WorkerPhase.Measure, (int)(Math.Clamp(share, 0, 1) * Parts), Parts, null));
}
