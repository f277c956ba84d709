using InferBench.Models.Configs;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// Values that inputs usually take, by name and type: masks are 1, positions count from the cache's length on, segment ids and states are 0,
/// sample rates are 16000, a number of logits to keep is 1, the switch to a cache is off; ids stay inside the embedding table they look up;
/// everything else is dg1.
/// </summary>
internal sealed class UsualFills(OnnxModel outline, DecoderConfig? config, SymbolicDims dims)
{
    private const long SampleRate = 16_000;
    private const string CacheSwitch = "use_cache_branch";

    public TensorFill For(DeclaredValue input, OnnxElementType type, uint stream)
    {
        var name = input.Name.ToLowerInvariant();
        var random = new TensorFill { Kind = TensorFillKind.Dg1, Stream = stream };
        if (name.Contains("mask", StringComparison.Ordinal))
        {
            return new TensorFill { Kind = TensorFillKind.Ones };
        }

        if (type.IsFloating())
        {
            return IsState(name) ? new TensorFill { Kind = TensorFillKind.Zeros } : random;
        }

        return name switch
        {
            CacheSwitch => new TensorFill { Kind = TensorFillKind.Zeros },
            "sr" or "sample_rate" or "sampling_rate" => new TensorFill { Kind = TensorFillKind.Const, Value = SampleRate },
            "num_logits_to_keep" or "logits_to_keep" => new TensorFill { Kind = TensorFillKind.Ones },
            _ when name.Contains("position", StringComparison.Ordinal) => new TensorFill { Kind = TensorFillKind.Arange, Base = dims.Past },
            _ when name.Contains("token_type", StringComparison.Ordinal) || name.Contains("segment", StringComparison.Ordinal) =>
                new TensorFill { Kind = TensorFillKind.Zeros },
            _ => TableRows(input.Name) is { } rows ? random with { High = rows } : random,
        };
    }

    private static bool IsState(string name) =>
        name.Contains("past", StringComparison.Ordinal) || name.Contains("state", StringComparison.Ordinal) || name.Contains("cache", StringComparison.Ordinal)
        || name is "h" or "c" or "h0" or "c0";

    /// <summary>Rows of the table that an input looks up; where the graph does not look it up directly, the vocabulary for ids.</summary>
    private long? TableRows(string input)
    {
        var table = outline.Graph.Nodes
            .Where(node => node.OpType is "Gather" or "GatherBlockQuantized" && node.Inputs is [_, var ids, ..] && ids == input)
            .Select(node => outline.Graph.Initializers.FirstOrDefault(t => t.Name == node.Inputs[0]))
            .FirstOrDefault(t => t is { Dims.Count: > 0 });
        return table?.Dims[0] ?? (input.EndsWith("ids", StringComparison.Ordinal) ? config?.VocabSize : null);
    }
}
