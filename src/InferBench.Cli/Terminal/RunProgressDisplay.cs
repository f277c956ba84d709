using System.Globalization;
using InferBench.Cli.Supervision;
using InferBench.Core.Journals;
using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Workers;
using Spectre.Console;

namespace InferBench.Cli.Terminal;

/// <summary>One line for each cell that ends, and, where a person is looking, a bar with the time left.</summary>
internal sealed class RunProgressDisplay(Screen screen, int cells, int done, TimeProvider time) : IRunProgress
{
    private readonly long _began = time.GetTimestamp();
    private readonly int _doneBefore = done;
    private ProgressTask? _bar;
    private int _done = done;
    private double _within;

    /// <summary>Runs <paramref name="work"/> with the bar shown.</summary>
    public async Task ShowAsync(Func<Task> work)
    {
        if (!screen.IsLive)
        {
            await work().ConfigureAwait(false);
            return;
        }

        // Once a second: drawing takes time from the cores that are being measured.
        var bar = screen.Console.Progress();
        bar.RefreshRate = TimeSpan.FromSeconds(1);
        await bar
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                _bar = context.AddTask("starting", maxValue: cells);
                _bar.Value = _done;
                await work().ConfigureAwait(false);
            })
            .ConfigureAwait(false);
        _bar = null;
    }

    public void Moved(string shard, PlannedCell? cell, WorkerProgress progress)
    {
        _within = progress is { Phase: WorkerPhase.Measure, Of: > 0 } ? Math.Min(1, (double)progress.Done / progress.Of) : 0;
        if (_bar is null)
        {
            return;
        }

        var what = cell is null ? $"{shard}: loading" : $"{cell.Cell}: {(progress.Phase == WorkerPhase.Measure ? "measuring" : "warming up")}";
        _bar.Description = Markup.Escape($"{what}{TimeLeft()}");
        _bar.Value = _done + _within;
    }

    public void Ended(PlannedCell cell, JournalRow row)
    {
        _done++;
        _within = 0;
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"[{_done}/{cells}] {cell.Cell}: {Outcome(cell, row)}"));
        if (_bar is not null)
        {
            _bar.Value = _done;
        }
    }

    private static string Outcome(PlannedCell cell, JournalRow row)
    {
        if (row is not CellMeasuredRow measured)
        {
            return row is CellFailedRow failed ? failed.Error : "ended";
        }

        var samples = measured.Measurement.Samples;
        var (rate, unit) = cell.Cell.IsOneShot
            ? (ItemMetricsCalculator.Compute(cell.Cell, samples).ItemsPerSecond, "items/s")
            : (DecoderMetricsCalculator.Compute(cell.Cell, samples).OutputTokensPerSecond, "output tok/s");
        var spread = rate.RelativeHalfWidth is { } width ? string.Create(CultureInfo.InvariantCulture, $" ±{width * 100:0.0} %") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rate.Value:0.0} {unit}{spread}, {samples.Count} operations");
    }

    /// <summary>Cells take about the same time each: every one has the same budget.</summary>
    private string TimeLeft()
    {
        var share = _done - _doneBefore + _within;
        if (share < 0.3)
        {
            return "";
        }

        var left = time.GetElapsedTime(_began) / share * (cells - _done - _within);
        return string.Create(CultureInfo.InvariantCulture, $", {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }
}
