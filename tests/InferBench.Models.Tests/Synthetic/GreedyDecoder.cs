using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>The plainest decode loop there is: every step feeds the presents of the last one. An oracle for the built graphs, not a runtime.</summary>
internal sealed class GreedyDecoder : IDisposable
{
    private readonly InferenceSession _session;
    private readonly SyntheticModelSpec _spec;
    private readonly RunOptions _options = new();
    private readonly string[] _outputs;
    private List<OrtValue> _caches = [];
    private int _past;

    public GreedyDecoder(BuiltModel model, SyntheticModelSpec spec)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 2, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING };
        _session = new InferenceSession(model.ModelPath, options);
        _spec = spec;
        _outputs = ["logits", .. CacheNames("present")];
        foreach (var _ in CacheNames(""))
        {
            long[] shape = [1, spec.Shape.KvHeads, 0, spec.Shape.HeadDim];
            _caches.Add(Half ? OrtValue.CreateTensorValueFromMemory(Array.Empty<Float16>(), shape) : OrtValue.CreateTensorValueFromMemory(Array.Empty<float>(), shape));
        }
    }

    private bool Half => _spec.Precision.Activations == ActivationType.Fp16;

    /// <summary>Feeds tokens and returns the logits of the last position.</summary>
    public float[] Step(params long[] tokens)
    {
        var total = _past + tokens.Length;
        using var ids = OrtValue.CreateTensorValueFromMemory(tokens, [1, tokens.Length]);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, total).ToArray(), [1, total]);
        using var positions = OrtValue.CreateTensorValueFromMemory(Enumerable.Range(_past, tokens.Length).Select(p => (long)p).ToArray(), [1, tokens.Length]);
        List<string> names = ["input_ids", "attention_mask", .. CacheNames("past_key_values")];
        List<OrtValue> values = [ids, mask, .. _caches];
        if (_spec.Layout == ModelLayout.Optimum)
        {
            names.Add("position_ids");
            values.Add(positions);
        }

        var results = _session.Run(_options, names, values, _outputs).ToList();
        _caches.ForEach(c => c.Dispose());
        _caches = results[1..];
        _past = total;
        using var logits = results[0];
        var all = Half
            ? logits.GetTensorDataAsSpan<Float16>().ToArray().Select(h => (float)h).ToArray()
            : logits.GetTensorDataAsSpan<float>().ToArray();
        return all[^_spec.Shape.Vocab..];
    }

    /// <summary>Greedy continuation of a prompt.</summary>
    public long[] Generate(long[] prompt, int count)
    {
        var tokens = new long[count];
        var logits = Step(prompt);
        for (var i = 0; i < count; i++)
        {
            tokens[i] = Best(logits);
            if (i < count - 1)
            {
                logits = Step(tokens[i]);
            }
        }

        return tokens;
    }

    public void Dispose()
    {
        _caches.ForEach(c => c.Dispose());
        _options.Dispose();
        _session.Dispose();
    }

    private static long Best(float[] logits) => Array.IndexOf(logits, logits.Max());

    private IEnumerable<string> CacheNames(string prefix) =>
        Enumerable.Range(0, _spec.Shape.Layers).SelectMany(i => (string[])[$"{prefix}.{i}.key", $"{prefix}.{i}.value"]);
}
