using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Scoring;

/// <summary>Rows of a model that gives the logits of every position: one pass over the sequence makes them all.</summary>
internal sealed class OnePassRows(DecoderSession session) : ILogitsRows
{
    private readonly LogitsRow _row = new(session.Layout);
    private DecoderWorkload? _workload;
    private int _position;

    public void Start(ReadOnlySpan<int> ids)
    {
        var fed = ids.Length - 1;
        if (_workload?.PromptLength != fed)
        {
            _workload?.Dispose();
            _workload = null;
            _workload = session.CreateWorkload(1, fed, 1);
        }

        for (var i = 0; i < fed; i++)
        {
            _workload.Bindings.Prompt.Set(i, ids[i]);
        }

        _workload.Step(0);
        _position = 0;
    }

    public ReadOnlySpan<float> Next() => _row.Read(_workload!.Bindings.PrefillLogits, _position++);

    public void Dispose() => _workload?.Dispose();
}
