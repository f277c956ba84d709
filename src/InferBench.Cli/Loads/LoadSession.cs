using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Commands;
using InferBench.Cli.Preparation;
using InferBench.Cli.Running;
using InferBench.Cli.Supervision;
using InferBench.Cli.Terminal;
using InferBench.Core.Loads;
using InferBench.Core.Runs;
using InferBench.Core.Scenarios;
using InferBench.Core.Workers;
using InferBench.Reporting.Text;
using InferBench.Runtime.Devices;

namespace InferBench.Cli.Loads;

/// <summary>One use of <c>inferbench load</c>: prepare, say what will run, have a worker drive it, score it, keep it.</summary>
internal sealed class LoadSession(Screen screen, ModelPreparation models, TimeProvider time, string results, IReadOnlyList<string> arguments)
{
    private const string Kept = "scenario.json";
    private const string Rows = "probes.jsonl";

    public async Task<int> RunAsync(LoadAsked asked, bool json, CancellationToken cancellation)
    {
        LoadRules.RequireSound(asked);
        var worker = WorkerLocator.Find();
        RunFolder.RequireWritable(results);
        var prepared = RunPreparation.Prepare(LoadRules.Plan(asked), RunOptions.CommandLine, models, cancellation);
        var shard = prepared.Shards[0];
        var settings = LoadRules.Settings(asked, shard);
        var environment = EnvironmentFingerprint.Collect();
        var header = new LoadHeader(
            ToolIdentity.Read(),
            time.GetUtcNow(),
            [.. arguments.Select(PersonalPaths.Hide)],
            shard.Model.Model,
            shard.Cells[0].Cell,
            environment,
            RunPrice.Of(prepared.Plan, environment, time));
        Announce(prepared, settings, header, asked.Search);

        var folder = RunFolder.CreateForLoad(results, header.Model.Name, asked.Scenario.ToString(), header.StartedAt);
        var rows = Path.Combine(folder, Rows);
        var request = LoadRules.Request(asked, prepared, settings, rows);
        WorkerExit? exit = null;
        try
        {
            exit = await DriveAsync(worker, request, shard.Model.Model.Bytes, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What has ended is kept, below.
        }

        return End(folder, header, request, exit, json);
    }

    private async Task<WorkerExit> DriveAsync(string worker, LoadRequest request, long modelBytes, CancellationToken cancellation)
    {
        var progress = new LoadProgressDisplay(screen, time);
        var process = new WorkerProcess(WorkerLocator.Host(), worker, time, WorkerKinds.Load);
        var patience = new Patience(request.Shard.Measure, modelBytes);
        var line = JsonSerializer.Serialize(request, LoadJson.Default.LoadRequest);
        return await progress.ShowAsync(() => process.RunAsync(line, Moved, patience.For, cancellation)).ConfigureAwait(false);

        void Moved(WorkerProgress moved)
        {
            progress.Moved(moved);
            if (request.Search && moved.Phase == WorkerPhase.Finished && LoadRows.Read(request.Shard.JournalPath) is [.., { Record: { } record }])
            {
                screen.Line($"tried {LoadText.Probe(LoadProbe.Of(record))}");
            }
        }
    }

    /// <param name="folder">Where results are kept.</param>
    /// <param name="header">What was driven.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="exit">How the worker ended; null where it was interrupted.</param>
    /// <param name="json">Whether the document is printed.</param>
    private int End(string folder, LoadHeader header, LoadRequest request, WorkerExit? exit, bool json)
    {
        var rows = LoadRows.Read(Path.Combine(folder, Rows));
        var probes = rows.Select(row => row.Record).OfType<LoadRecord>().Select(LoadProbe.Of).ToList();
        var error = exit is null ? null
            : rows.Select(row => row.Error).OfType<string>().FirstOrDefault()
            ?? (exit.TimedOut ? "no batch ended in time; the worker was killed" : exit.Code != 0 ? $"the worker was {exit.Describe()}" : probes.Count == 0 ? "the worker ended without a result" : null);
        if (error is not null)
        {
            Console.Error.WriteLine($"inferbench: {SafeText.Of(error)}");
        }

        if (probes.Count > 0)
        {
            Keep(folder, new LoadReport(header, request, rows.Select(row => row.Session).OfType<SessionReport>().FirstOrDefault(), probes), json);
        }
        else
        {
            Directory.Delete(folder, recursive: true);
        }

        if (exit is null)
        {
            screen.Line(probes.Count > 0 ? "stopped; the rates that were tried are kept" : "stopped; a scenario that is cut short has no result, and none is kept");
            return ExitCodes.Interrupted;
        }

        return error is null && probes.Exists(probe => probe.Result.Valid) ? ExitCodes.Done : ExitCodes.Failed;
    }

    private void Keep(string folder, LoadReport report, bool json)
    {
        LoadDocument.WriteFile(Path.Combine(folder, Kept), report);
        if (!report.Request.Search)
        {
            // The same times are in the document.
            File.Delete(Path.Combine(folder, Rows));
        }

        screen.Line();
        foreach (var line in LoadText.Lines(report))
        {
            screen.Line(line);
        }

        var shown = Path.GetRelativePath(Environment.CurrentDirectory, folder);
        screen.Line($"results: {shown}{Path.DirectorySeparatorChar} ({Kept}{(report.Request.Search ? $", {Rows}" : "")}); score it again with: inferbench score {Path.Combine(shown, Kept)}");
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            LoadDocument.Write(output, report);
        }
    }

    private void Announce(PreparedRun prepared, ScenarioSettings settings, LoadHeader header, bool search)
    {
        var seconds = settings.MinDurationMs / 1e3;
        var rate = settings.Scenario == LoadScenario.Server ? string.Create(CultureInfo.InvariantCulture, $", {settings.TargetQps:0.####} queries/s{(search ? " to begin with" : "")}") : "";
        var most = search ? string.Create(CultureInfo.InvariantCulture, $", each of at most {LoadSearch.MaxTrials} rates") : "";
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{settings.Scenario}{rate}, {seconds:0.###} s at least{most}; {header.Cell} with batches up to {prepared.Shards[0].Cells[^1].Cell.Batch}"));
        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{RunWords.Machine(header.Environment, prepared.Plan.Providers!)}; ONNX Runtime {header.Environment.OnnxRuntime}, {prepared.Plan.Threads} threads; batches are warmed up first"));
    }
}
