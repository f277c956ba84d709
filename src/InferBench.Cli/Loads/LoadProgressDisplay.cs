using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Core.Workers;
using Spectre.Console;

namespace InferBench.Cli.Loads;

/// <summary>Where a scenario is, with the time left, where a person is looking.</summary>
internal sealed class LoadProgressDisplay(Screen screen, TimeProvider time)
{
    private ProgressTask? _bar;
    private long? _began;

    /// <summary>Runs <paramref name="work"/> with the bar shown.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        if (!screen.IsLive)
        {
            return await work().ConfigureAwait(false);
        }

        // Once a second: drawing takes time from the cores that are being measured.
        var bar = screen.Console.Progress();
        bar.RefreshRate = TimeSpan.FromSeconds(1);
        return await bar
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context =>
            {
                _bar = context.AddTask("starting", maxValue: 1);
                return work();
            })
            .ConfigureAwait(false);
    }

    public void Moved(WorkerProgress progress)
    {
        if (progress.Phase != WorkerPhase.Measure)
        {
            _began = null;
        }

        if (_bar is null)
        {
            return;
        }

        var share = progress is { Phase: WorkerPhase.Measure, Of: > 0 } ? (double)progress.Done / progress.Of : 0;
        _bar.Value = share;
        _bar.Description = progress.Phase switch
        {
            WorkerPhase.Load => "loading",
            WorkerPhase.Warmup => "warming up",
            WorkerPhase.Measure => $"measuring{Left(share)}",
            _ => "done",
        };
    }

    private string Left(double share)
    {
        var now = time.GetTimestamp();
        _began ??= now;
        if (share < 0.05)
        {
            return "";
        }

        var left = time.GetElapsedTime(_began.Value, now) / share * (1 - share);
        return string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }
}
