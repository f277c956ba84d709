using InferBench.Models.Configs;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <summary>Finds the KV cache among a graph's inputs and outputs. Heads and head sizes may differ from layer to layer.</summary>
internal sealed class CacheReader(
    string file, IReadOnlyList<GraphValue> inputs, IReadOnlyList<GraphValue> outputs, DecoderNames names, DecoderConfig? config)
{
    private const int Single = 4;
    private const int Stacked = 5;

    /// <returns>Element type and tensors in the order of the layers; empty where there is no KV cache.</returns>
    public (TensorElementType Type, IReadOnlyList<CacheTensor> Tensors) Read(HashSet<string> used, List<string> problems)
    {
        var pasts = new List<(GraphValue Value, int Layer, string Present)>();
        foreach (var input in inputs)
        {
            if (names.Cache(input.Name) is { } cache)
            {
                used.Add(input.Name);
                pasts.Add((input, cache.Layer, cache.Present));
            }
        }

        var tensors = new List<CacheTensor>();
        foreach (var (past, _, present) in pasts.OrderBy(p => p.Layer).ThenBy(p => p.Value.Name, StringComparer.Ordinal))
        {
            if (Pair(past, present, problems) is { } tensor)
            {
                tensors.Add(tensor);
            }
        }

        if (pasts.Select(p => p.Value.Type).Distinct().Count() > 1)
        {
            problems.Add($"{file}: the KV cache mixes element types; one is needed");
        }

        return (pasts.Count > 0 && pasts[0].Value.Type is { } type ? type : TensorElementType.Float, tensors);
    }

    private CacheTensor? Pair(GraphValue past, string name, List<string> problems)
    {
        var present = outputs.FirstOrDefault(v => v.Name == name);
        if (present is null)
        {
            problems.Add($"{file}: input {past.Name} has no output {name}");
            return null;
        }

        if (past.Type is not (TensorElementType.Float or TensorElementType.Float16 or TensorElementType.BFloat16) || present.Type != past.Type)
        {
            problems.Add($"{file}: {past.Name} is {past.Type} and {name} is {present.Type}; a cache in Float, Float16 or BFloat16 is needed");
            return null;
        }

        if (past.Dims.Count is not (Single or Stacked) || (past.Dims.Count == Stacked && past.Dims[0] is not (2 or null)))
        {
            problems.Add(
                $"{file}: {past.Name} is {GraphDims.Text(past.Dims)}; [batch, heads, length, size] or [2, batch, heads, length, size] is needed");
            return null;
        }

        if (past.Dims[^2] is { } length)
        {
            problems.Add(FormattableString.Invariant($"{file}: {past.Name} has a fixed length of {length}; a free one is needed"));
            return null;
        }

        var heads = past.Dims[^3] ?? Dim(present, past.Dims.Count, 3) ?? config?.KvHeads;
        var size = past.Dims[^1] ?? Dim(present, past.Dims.Count, 1) ?? config?.HeadSize;
        if (heads is null || size is null)
        {
            problems.Add($"{file}: {past.Name} leaves heads or size free and no config.json or genai_config.json beside the model names them");
            return null;
        }

        return new CacheTensor(past.Name, name, heads.Value, size.Value, past.Dims.Count == Stacked);
    }

    private static int? Dim(GraphValue value, int rank, int fromEnd) => value.Dims.Count == rank ? value.Dims[^fromEnd] : null;
}
