using InferBench.Core.Runs;
using InferBench.Core.Samples;

namespace InferBench.Bench.Harness;

/// <summary>Runs uncounted operations with the cell's full shape until two in a row agree, or the warm-up's time is used up.</summary>
internal static class Warmup
{
    private const double Agreement = 0.05;

    /// <param name="runOne">Runs one operation.</param>
    /// <param name="settings">Least operations and most seconds.</param>
    /// <param name="progress">Told the operations done and the seconds of the latest one.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What was done, and the time of the latest operation.</returns>
    public static (WarmupReport Report, TimeSpan Operation) Run(Action runOne, MeasureSettings settings, Action<int, double> progress, TimeProvider time)
    {
        var began = time.GetTimestamp();
        var latest = TimeSpan.Zero;
        var stable = false;
        var done = 0;
        while (done < Math.Max(settings.MinWarmup!.Value, 1) || (!stable && time.GetElapsedTime(began).TotalSeconds < settings.MaxWarmupSeconds!.Value))
        {
            var started = time.GetTimestamp();
            runOne();
            var elapsed = time.GetElapsedTime(started);
            stable = done > 0 && Math.Abs((elapsed - latest) / elapsed) < Agreement;
            latest = elapsed;
            progress(++done, latest.TotalSeconds);
        }

        return (new WarmupReport(done, (long)time.GetElapsedTime(began).TotalNanoseconds, stable), latest);
    }
}
