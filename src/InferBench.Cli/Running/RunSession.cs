using System.Globalization;
using InferBench.Cli.Ceilings;
using InferBench.Cli.Preparation;
using InferBench.Cli.Quality;
using InferBench.Cli.Supervision;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Runtime.Devices;

namespace InferBench.Cli.Running;

/// <summary>One use of <c>inferbench run</c>: prepare, say what will run, measure, write the results.</summary>
internal sealed class RunSession(Screen screen, ModelPreparation models, TimeProvider time, string results, IReadOnlyList<string> arguments)
{
    /// <summary>The run that was started or resumed last; null where none was.</summary>
    public RunFolder? Folder { get; private set; }

    /// <param name="asked">The plan as asked.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="choices">How.</param>
    /// <param name="cancellation">Stops the run; what is measured is kept.</param>
    /// <param name="check">Looks at the prepared run before anything is measured, and throws where it must not be.</param>
    public async Task<int> StartAsync(Plan asked, string source, RunChoices choices, CancellationToken cancellation, Action<PreparedRun>? check = null)
    {
        var worker = WorkerLocator.Find();
        if (!choices.DryRun)
        {
            RunFolder.RequireWritable(results);
        }

        var prepared = RunPreparation.Prepare(asked, source, models, cancellation);
        check?.Invoke(prepared);
        var environment = EnvironmentFingerprint.Collect();
        var price = RunPrice.Of(prepared.Plan, environment, time);
        Preflight.Show(screen, prepared, environment, price);
        if (choices.DryRun)
        {
            return ExitCodes.Done;
        }

        var folder = RunFolder.Create(results, prepared.Shards[0].Model.Model.Name, time.GetUtcNow());
        using var held = folder.Lock();
        using (var journal = new JournalWriter(folder.Journal))
        {
            journal.Append(new RunStartedRow(time.GetUtcNow(), Header(folder, asked, prepared, environment, price)));
        }

        return await MeasureAsync(folder, prepared, worker, choices, cancellation).ConfigureAwait(false);
    }

    /// <param name="run">Folder or name of the run.</param>
    /// <param name="asked">Options given beside <c>--resume</c>: only the models may be said again, where they have moved.</param>
    /// <param name="choices">As for a new run.</param>
    /// <param name="cancellation">Stops the run; what is measured is kept.</param>
    public async Task<int> ResumeAsync(string run, Plan asked, RunChoices choices, CancellationToken cancellation)
    {
        if (asked with { Models = null } != new Plan())
        {
            throw new BadInputException("--resume: the plan is the run's own; give no other option of the plan with it but --model");
        }

        var worker = WorkerLocator.Find();
        var folder = RunFolder.Open(results, run);
        using var held = folder.Lock();
        var rows = JournalReader.Read(folder.Journal);
        var header = rows.OfType<RunStartedRow>().FirstOrDefault()?.Header
            ?? throw new BadInputException($"{folder.Id}: stopped before it began; there is nothing to resume, so start it again");
        var own = WithPaths(header.PlanAsked, PersonalPaths.Show);
        var plan = own with { Models = asked.Models ?? own.Models, Threads = header.Plan.Threads };
        var prepared = RunPreparation.Prepare(plan, folder.Id, models, cancellation);
        if (!prepared.Cells.Select(cell => cell.Key).SequenceEqual(header.Cells.Select(cell => cell.Key)))
        {
            throw new BadInputException($"{folder.Id}: a model or ONNX Runtime has changed since it was started; its cells would not be comparable, so start a new run");
        }

        screen.Line($"resuming {folder.Id}: {RunDocumentBuilder.Remaining(rows).Count} of {header.Cells.Count} cells are left{Unscored(prepared, rows)}");
        return choices.DryRun ? ExitCodes.Done : await MeasureAsync(folder, prepared, worker, choices, cancellation).ConfigureAwait(false);
    }

    private static string Unscored(PreparedRun prepared, IReadOnlyList<JournalRow> rows)
    {
        var scored = RunDocumentBuilder.Scored(rows);
        var left = prepared.Quality.Count(task => !scored.Contains(task.Shard));
        return left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {left} {(left == 1 ? "model is" : "models are")} to be scored");
    }

    private async Task<int> MeasureAsync(RunFolder folder, PreparedRun prepared, string worker, RunChoices choices, CancellationToken cancellation)
    {
        Folder = folder;
        var total = prepared.Cells.Count();
        var left = RunDocumentBuilder.Remaining(JournalReader.Read(folder.Journal)).Count;
        var progress = new RunProgressDisplay(screen, total, total - left, time);
        var supervisor = new Supervisor(folder, new WorkerProcess(WorkerLocator.Host(), worker, time), progress, time);
        var shards = prepared.Shards.Select(shard => prepared.Request(shard, folder.Journal)).ToList();
        var bytes = prepared.Shards.ToDictionary(shard => shard.Key, shard => shard.Model.Model.Bytes, StringComparer.Ordinal);
        var interrupted = false;
        try
        {
            if (choices.Ceilings)
            {
                await new CeilingsStage(folder, screen, time).RunAsync(prepared.Plan, cancellation).ConfigureAwait(false);
            }

            await progress.ShowAsync(() => supervisor.RunAsync(shards, shard => bytes[shard.ShardKey], cancellation)).ConfigureAwait(false);
            await new QualityStage(folder, screen, time).RunAsync(prepared.Quality, cancellation).ConfigureAwait(false);
            End(folder);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            interrupted = true;
        }

        var document = RunResults.Write(folder);
        RunResults.Show(screen, folder, document, choices.Json);
        if (interrupted)
        {
            screen.Line($"stopped; what is measured is kept. Go on with: inferbench run --resume {RunResults.Shown(folder)}");
            return ExitCodes.Interrupted;
        }

        return RunResults.ExitCode(document, choices.Strict);
    }

    /// <summary>A run that had ended before it was resumed keeps its own end.</summary>
    private void End(RunFolder folder)
    {
        if (!JournalReader.Read(folder.Journal).OfType<RunEndedRow>().Any())
        {
            using var journal = new JournalWriter(folder.Journal);
            journal.Append(new RunEndedRow(time.GetUtcNow()));
        }
    }

    private RunHeader Header(RunFolder folder, Plan asked, PreparedRun prepared, RunEnvironment environment, HourlyPrice price) => new(
        folder.Id,
        ToolIdentity.Read(),
        [.. arguments.Select(PersonalPaths.Hide)],
        HidePaths(asked),
        HidePaths(prepared.Plan),
        environment,
        price,
        [.. prepared.Shards.Select(shard => shard.Model.Model).Distinct()],
        [.. prepared.Cells]);

    private static Plan HidePaths(Plan plan) => WithPaths(plan, PersonalPaths.Hide);

    private static Plan WithPaths(Plan plan, Func<string, string> change) => plan with
    {
        Models = plan.Models?.Select(change).ToList(),
        PromptText = plan.PromptText is { } prompts ? change(prompts) : null,
        Quality = plan.Quality is not { } quality ? null : quality with
        {
            Text = quality.Text is { } text ? change(text) : null,
            Reference = quality.Reference is { } reference ? change(reference) : null,
        },
    };
}
