using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Workers;
using InferBench.Models.Tensors;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Execution;

namespace InferBench.Bench.Workloads;

/// <summary>A session of a one-shot model that makes one forward pass for each cell.</summary>
internal sealed class OneShotWorkloads : IWorkloadSource
{
    private readonly OneShotSession _session;
    private readonly OneShotFeed _feed;

    private OneShotWorkloads(OneShotSession session, ShardRequest request, OneShotRequest how)
    {
        _session = session;
        _feed = new OneShotFeed(session.Outline, session.Inputs, session.Outputs, how.Inputs, how.Dims, how.TestDataFolder);
        var first = request.Cells[0].Cell;
        var (values, source) = _feed.Make(first.Batch, first.PromptTokens);
        Objection = OneShotCheck.Problem(session.Outputs, _feed.Axes, Run(values, source), first.Batch);
    }

    public SessionReport Report => _session.Report;

    public string? Objection { get; }

    public static IWorkloadSource Load(ShardRequest request, OneShotRequest how)
    {
        var session = OneShotSession.Load(request.ModelPath, request.Provider, request.Threads, request.ProviderOptions);
        try
        {
            return new OneShotWorkloads(session, request, how);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public IWorkload Create(Cell cell) => CreateSampled(cell, samples: 1);

    /// <summary>Every sample is the same input: a forward pass computes the same whatever it is fed.</summary>
    public ISampledWorkload CreateSampled(Cell cell, int samples)
    {
        var (values, source) = _feed.Make(cell.Batch, cell.PromptTokens);
        var result = Run(values, source);
        if (OneShotCheck.Problem(_session.Outputs, _feed.Axes, result, cell.Batch) is { } problem)
        {
            throw new BadInputException(problem);
        }

        var workload = _session.CreateWorkload(values, result);
        var report = new OneShotReport(
            InputSynthesis.Describe(values, values.Count), source, workload.StateInputs, workload.Bound, _feed.TestDataSha256(cell.Batch, cell.PromptTokens));
        return new OneShotCellWorkload(workload, report);
    }

    public void Dispose() => _session.Dispose();

    private RunResult Run(IReadOnlyDictionary<string, HostValue> values, InputSource source)
    {
        try
        {
            return _session.Run(values);
        }
        catch (BadInputException problem) when (source == InputSource.MadeUp)
        {
            throw new BadInputException($"{problem.Message} (made-up inputs {InputSynthesis.Describe(values)}; say what fits with --input or --dim)", problem);
        }
    }
}
