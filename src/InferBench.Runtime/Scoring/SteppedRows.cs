using InferBench.Runtime.Decoding;

namespace InferBench.Runtime.Scoring;

/// <summary>Rows of a model that gives the logits of the last position alone: token by token through the cache.</summary>
internal sealed class SteppedRows(DecoderSession session) : ILogitsRows
{
    private readonly LogitsRow _row = new(session.Layout);
    private DecoderWorkload? _workload;
    private int[] _ids = [];
    private int _position;

    public void Start(ReadOnlySpan<int> ids)
    {
        if (!(_workload?.Generated >= ids.Length - 1))
        {
            _workload?.Dispose();
            _workload = null;
            _workload = session.CreateWorkload(1, 1, ids.Length - 1);
        }

        _ids = ids.ToArray();
        _position = 0;
    }

    public ReadOnlySpan<float> Next()
    {
        var bindings = _workload!.Bindings;
        (_position == 0 ? bindings.Prompt : bindings.Token).Set(0, _ids[_position]);
        _workload.Step(_position);
        return _row.Read(_position++ == 0 ? bindings.PrefillLogits : bindings.StepLogits, 0);
    }

    public void Dispose() => _workload?.Dispose();
}
