using InferBench.Bench.Harness;
using InferBench.Bench.Shards;
using InferBench.Bench.Workloads;
using InferBench.Core.Errors;
using InferBench.Core.Loads;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Scenarios;
using InferBench.Core.Workers;

namespace InferBench.Bench.Loads;

/// <summary>Loads a model, makes and warms a workload of each batch size, and drives a scenario or a search of them.</summary>
internal sealed class LoadRunner(LoadRequest request, Func<ShardRequest, IWorkloadSource> load, ProgressReporter reporter)
{
    /// <summary>Offline is given more samples than the warm-up's rate needs: a run that ends before its least duration is not valid.</summary>
    private const double OfflineReserve = 1.25;

    public void Run()
    {
        reporter.Report(new WorkerProgress(null, WorkerPhase.Load, 0, 0, null));
        var workloads = new List<(int Size, ISampledWorkload Workload)>();
        try
        {
            using var source = load(request.Shard);
            if (source.Objection is { } objection)
            {
                throw new BadInputException(objection);
            }

            Append(new LoadRow { Session = source.Report });
            try
            {
                Drive(source, workloads);
            }
            finally
            {
                workloads.ForEach(workload => workload.Workload.Dispose());
            }
        }
        catch (Exception problem)
        {
            Append(new LoadRow { Error = OneLine(problem) });
        }
    }

    private void Drive(IWorkloadSource source, List<(int Size, ISampledWorkload Workload)> workloads)
    {
        var cells = request.Shard.Cells;
        var progress = new LoadProgress(reporter, cells[0].Key);
        var operations = new List<(int Size, double Seconds)>();
        foreach (var cell in cells.Select(planned => planned.Cell))
        {
            progress.WarmedUp(0, null);
            var workload = source.CreateSampled(cell, (int)request.Settings.DatasetSamples);
            workloads.Add((cell.Batch, workload));
            operations.Add((cell.Batch, FastestWarm(workload, cell.GeneratedTokens ?? 1, progress)));
        }

        var runner = new ScenarioRunner(workloads, cells[0].Cell, request.MaxBatch, request.MaxWaitNs, progress);
        var settings = Applied(request.Settings, operations);
        if (request.Search)
        {
            Search(runner, settings);
        }
        else
        {
            Measure(runner, settings);
        }
    }

    private void Search(ScenarioRunner runner, ScenarioSettings settings)
    {
        using var hopeless = new CancellationTokenSource();
        var found = false;
        var search = new PeakRateSearch(settings) { Precision = LoadSearch.Precision, MaxTrials = LoadSearch.MaxTrials };
        try
        {
            search.Find(Try, hopeless.Token);
        }
        catch (OperationCanceledException) when (hopeless.IsCancellationRequested)
        {
            // Every run is written already; the supervisor says what came of them.
        }

        ScenarioRun Try(ScenarioSettings tried)
        {
            var record = Measure(runner, tried);
            var result = ScenarioScorer.Score(tried, record.Run);
            found |= result.Valid;
            if (!found && LoadSearch.IsHopeless(record, result))
            {
                hopeless.Cancel();
            }

            return record.Run;
        }
    }

    private LoadRecord Measure(ScenarioRunner runner, ScenarioSettings settings)
    {
        var record = runner.Run(settings);
        Append(new LoadRow { Record = record });
        reporter.Report(new WorkerProgress(request.Shard.Cells[0].Key, WorkerPhase.Finished, 0, 0, null));
        return record;
    }

    /// <summary>LoadGen asks how fast the system is expected to be; the warm-up says it.</summary>
    private ScenarioSettings Applied(ScenarioSettings settings, List<(int Size, double Seconds)> operations)
    {
        var together = Math.Min(settings.Scenario == LoadScenario.SingleStream ? 1 : settings.Scenario == LoadScenario.MultiStream ? settings.SamplesPerQuery : request.MaxBatch, request.MaxBatch);
        var (size, seconds) = operations.FirstOrDefault(operation => operation.Size >= together, operations[^1]);
        var batches = Math.Ceiling((double)settings.SamplesPerQuery / Math.Min(size, request.MaxBatch));
        return settings.Scenario switch
        {
            LoadScenario.SingleStream => settings with { ExpectedLatencyNs = Math.Max(1, seconds * 1e9) },
            LoadScenario.MultiStream => settings with { ExpectedLatencyNs = Math.Max(1, seconds * 1e9 * batches) },
            LoadScenario.Offline when !request.ExpectedRateKnown => settings with { TargetQps = OfflineReserve * Math.Min(size, request.MaxBatch) / Math.Max(seconds, 1e-9) },
            _ => settings,
        };
    }

    private double FastestWarm(ISampledWorkload workload, int tokens, LoadProgress progress)
    {
        var trace = new OperationTrace(tokens);
        var fastest = double.MaxValue;
        Warmup.Run(() => workload.Run(trace), request.Shard.Measure, Done, TimeProvider.System);
        return fastest;

        void Done(int done, double seconds)
        {
            fastest = Math.Min(fastest, seconds);
            progress.WarmedUp(done, seconds);
        }
    }

    private void Append(LoadRow row) => LoadRows.Append(request.Shard.JournalPath, row);

    private static string OneLine(Exception problem)
    {
        var message = problem is BadInputException or InvalidOperationException ? problem.Message : $"{problem.GetType().Name}: {problem.Message}";
        return PersonalPaths.Hide(message.ReplaceLineEndings(" ").Trim());
    }
}
