using System.Diagnostics;
using InferBench.Core.Errors;
using InferBench.Core.Samples;
using InferBench.Models.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Execution;

/// <summary>
/// A model whose values cannot be bound, run plainly: inputs are prepared beforehand, outputs are allocated by the runtime in every operation, which is
/// part of its time. States are not fed back, so there is nothing to rewind.
/// </summary>
internal sealed class PlainWorkload : IOneShotWorkload
{
    private readonly OneShotSession _session;
    private readonly RunOptions _options = new();
    private readonly Dictionary<string, OrtValue> _inputs = new(StringComparer.Ordinal);
    private IDisposableReadOnlyCollection<OrtValue>? _outputs;

    public PlainWorkload(OneShotSession session, IReadOnlyDictionary<string, HostValue> inputs)
    {
        _session = session;
        try
        {
            foreach (var (name, value) in inputs)
            {
                _inputs.Add(name, OrtValues.From(value));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public bool Bound => false;

    public IReadOnlyList<string> StateInputs => [];

    public void Run(OperationTrace trace)
    {
        // What the operation before returned goes back to the runtime outside this one's time.
        _outputs?.Dispose();
        _outputs = null;
        trace.Generated = 0;
        trace.StartTicks = Stopwatch.GetTimestamp();
        _outputs = _session.Model.Session.Run(_options, _inputs, _session.Model.Session.OutputNames);
        trace.TokenTicks[0] = Stopwatch.GetTimestamp();
        trace.Generated = 1;
    }

    public void Rewind()
    {
    }

    public long OutputFingerprint()
    {
        var outputs = _outputs ?? throw new BadInputException("there is no operation whose outputs could be compared");
        var hash = Fingerprint.Start;
        for (var i = 0; i < outputs.Count; i++)
        {
            hash = Fingerprint.Add(hash, OrtValues.Read(outputs[i], _session.Outputs[i].Name));
        }

        return unchecked((long)hash);
    }

    public void Dispose()
    {
        _outputs?.Dispose();
        _options.Dispose();
        foreach (var value in _inputs.Values)
        {
            value.Dispose();
        }
    }
}
