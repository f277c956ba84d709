using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Models.Configs;
using InferBench.Models.Onnx;

namespace InferBench.Runtime.Execution;

/// <summary>
/// Sizes of dimensions that a model leaves open. What the person says counts first; then the name decides, in this order:
/// a sum such as <c>past_sequence_length + sequence_length</c> is the sum of its parts; batch is that of <see cref="InputSizes"/>; past is 0 (an empty cache); total is past plus sequence;
/// head counts and head sizes come from the configuration; height and width are 224, channels 3; sequence, length, time, frames and tokens
/// are the sequence of <see cref="InputSizes"/>.
/// Without a telling name the first dimension is the batch, dimensions of an image [N, C, H, W] are those of one, and any other is as a sequence.
/// </summary>
internal sealed class SymbolicDims(IReadOnlyDictionary<string, long> asked, DecoderConfig? config, InputSizes sizes)
{
    private const long Side = 224;
    private const long Channels = 3;

    /// <summary>Tokens that the cache holds.</summary>
    public long Past => asked.FirstOrDefault(a => IsPast(a.Key)).Value;

    /// <exception cref="BadInputException">A size names no open dimension, or is no number; all of them in one message.</exception>
    public static Dictionary<string, long> ParseAll(IReadOnlyList<string> texts, IReadOnlyList<DeclaredValue> inputs)
    {
        var names = inputs.SelectMany(i => i.Type.Dims ?? []).Select(d => d.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var dims = new Dictionary<string, long>(StringComparer.Ordinal);
        List<string> problems = [];
        foreach (var text in texts)
        {
            var at = text.LastIndexOf('=');
            var name = at < 0 ? text : text[..at];
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                problems.Add($"--dim {text}: no input has the open dimension \"{name}\"; there {(names.Count == 0 ? "are none" : $"are {string.Join(", ", names)}")}");
            }
            else if (!long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                problems.Add($"--dim {text}: write NAME=NUMBER");
            }
            else if (!dims.TryAdd(name, size))
            {
                problems.Add($"--dim {text}: {name} is given twice");
            }
        }

        return problems.Count == 0 ? dims : throw BadInputException.Of(problems);
    }

    /// <summary>The shape of a tensor input; a scalar where the model declares no shape.</summary>
    public IReadOnlyList<long> Resolve(DeclaredValue input)
    {
        var dims = input.Type.Dims ?? [];
        return [.. dims.Select((dim, axis) => dim.Value ?? (dim.Name is { } name ? Named(name) : null) ?? ByPlace(dims, axis))];
    }

    private long? Named(string name)
    {
        if (asked.TryGetValue(name, out var size))
        {
            return size;
        }

        if (name.Contains('+', StringComparison.Ordinal))
        {
            var parts = name.Split('+', StringSplitOptions.TrimEntries);
            return parts.Aggregate<string, long?>(0, (sum, part) =>
                sum + (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Named(part)));
        }

        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return Has("batch") ? sizes.Batch
            : Has("total") ? Past + Tokens
            : IsPast(name) ? 0
            : Has("head_size", "head_dim", "cache_dim") ? config?.HeadSize
            : Has("head") ? config?.KvHeads
            : Has("height", "width") ? Side
            : Has("channel") ? Channels
            : Has("seq", "len", "time", "frame", "token") ? sizes.Sequence
            : null;
    }

    private long Tokens => asked.FirstOrDefault(a => a.Key.Contains("seq", StringComparison.OrdinalIgnoreCase) && !IsPast(a.Key)) is { Key: not null } own
        ? own.Value
        : sizes.Sequence;

    private long ByPlace(IReadOnlyList<OnnxDim> dims, int axis) => (dims.Count, axis) switch
    {
        (_, 0) => sizes.Batch,
        (4, 1) => Channels,
        (4, _) => Side,
        _ => sizes.Sequence,
    };

    private static bool IsPast(string name) => name.Contains("past", StringComparison.OrdinalIgnoreCase);
}
