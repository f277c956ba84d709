using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Workers;
using InferBench.Models.Tokenizers;
using InferBench.Runtime.Checks;
using InferBench.Runtime.Decoding;

namespace InferBench.Bench.Workloads;

/// <summary>A decoder session that makes one generation workload for each cell.</summary>
internal sealed class DecoderWorkloads : IWorkloadSource
{
    private readonly DecoderSession _session;
    private readonly ShardRequest _request;
    private readonly PromptCutter? _text;

    private DecoderWorkloads(DecoderSession session, ShardRequest request)
    {
        _session = session;
        _request = request;
        _text = request.PromptText is { } path ? new PromptCutter(TokenizerReader.Open(request.ModelPath), TextFile.Read(path).Joined) : null;
        Objection = DecoderCheck.Run(session) is { Passed: false } check ? string.Join("; ", check.Problems) : null;
    }

    public SessionReport Report => _session.Report;

    public string? Objection { get; }

    public static IWorkloadSource Load(ShardRequest request)
    {
        var session = CaptureTrial.Load(
            request.ModelPath, request.Provider, request.Threads, request.Selection, request.ProviderOptions, request.CudaGraph);
        try
        {
            return new DecoderWorkloads(session, request);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public IWorkload Create(Cell cell) => Create(cell, Prompt(cell));

    public ISampledWorkload CreateSampled(Cell cell, int samples) => Create(cell, Prompt(cell with { Batch = samples }));

    public void Dispose() => _session.Dispose();

    private DecoderCellWorkload Create(Cell cell, long[] prompts)
    {
        var workload = _session.CreateWorkload(cell.Batch, cell.PromptTokens!.Value, cell.GeneratedTokens!.Value);
        try
        {
            return new DecoderCellWorkload(workload, prompts);
        }
        catch
        {
            workload.Dispose();
            throw;
        }
    }

    private long[] Prompt(Cell cell) =>
        _request.PromptIds is { } ids ? [.. Enumerable.Repeat(ids, cell.Batch).SelectMany(row => row).Select(id => (long)id)]
        : _text is { } text ? [.. Enumerable.Range(0, cell.Batch).SelectMany(row => text.Cut(cell.PromptTokens!.Value, row).Ids).Select(id => (long)id)]
        : PromptIds.Random(_request.Seed, cell.Batch, cell.PromptTokens!.Value, _session.Layout.Vocabulary);
}
