using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Quality;

/// <summary>Scores a run's models one after another, each in a process of its own, once no cell is being measured any more.</summary>
internal sealed class QualityStage(RunFolder folder, Screen screen, TimeProvider time)
{
    /// <summary>A model that cannot be scored costs its quality, not the run.</summary>
    public async Task RunAsync(IReadOnlyList<QualityTask> tasks, CancellationToken cancellation)
    {
        var scored = RunDocumentBuilder.Scored(JournalReader.Read(folder.Journal));
        foreach (var task in tasks.Where(task => !scored.Contains(task.Shard)))
        {
            cancellation.ThrowIfCancellationRequested();
            screen.Line(SafeText.Of($"scoring {task.Shard}{(task.Reference is { } reference ? $" against {reference.Model.Precision}" : "")}"));
            var row = await MeasureAsync(task, cancellation).ConfigureAwait(false);
            using var journal = new JournalWriter(folder.Journal);
            journal.Append(row);
        }
    }

    private async Task<JournalRow> MeasureAsync(QualityTask task, CancellationToken cancellation)
    {
        try
        {
            var figures = await QualityProcess.RunAsync(task.Request, cancellation).ConfigureAwait(false);
            return new QualityMeasuredRow(time.GetUtcNow(), task.Shard, figures.Report(task.Request, task.Model.Model, task.Reference?.Model));
        }
        catch (BadInputException problem)
        {
            var error = PersonalPaths.Hide(problem.Message.ReplaceLineEndings(" "));
            screen.Line("  not scored: " + SafeText.Of(error));
            return new QualityFailedRow(time.GetUtcNow(), task.Shard, error);
        }
    }
}
