using InferBench.Models.Onnx;

namespace InferBench.Runtime.Execution;

/// <summary>
/// Which dimensions of a model's inputs are the batch, and which an encoder's sequence. The batch is every symbol called batch; without one, a first
/// dimension that all inputs share and leave open; else it is fixed. The sequence is the open second dimension of ids [batch, sequence].
/// </summary>
/// <param name="BatchNames">Symbols of the batch; empty where it is fixed or has no name.</param>
/// <param name="FixedBatch">The batch that the model fixes; null where it is open.</param>
/// <param name="SequenceNames">Symbols of the sequence; empty where it has no name.</param>
/// <param name="OpenSequence">Whether there is a sequence of open length.</param>
public sealed record OneShotAxes(IReadOnlyList<string> BatchNames, int? FixedBatch, IReadOnlyList<string> SequenceNames, bool OpenSequence)
{
    private static readonly string[] SequenceWords = ["seq", "len", "time", "frame", "token"];

    public static OneShotAxes Of(IReadOnlyList<DeclaredValue> inputs, IReadOnlyList<DeclaredValue> outputs)
    {
        var dims = inputs.Select(input => input.Type.Dims ?? []).Where(d => d.Count > 0).ToList();
        var named = Names(dims.SelectMany(d => d).Where(dim => IsBatchName(dim.Name)));
        var first = dims.Select(d => d[0]).Distinct().ToList();
        var shared = named.Count == 0 && inputs.All(HasShape) && first is [{ Value: null } only] && !IsSequence(only.Name);
        var batchNames = shared ? Names(first) : named;
        var sequences = inputs.Where(input => IsIds(input.Type)).Select(input => input.Type.Dims![1]).Where(dim => dim.Name is not { } name || !batchNames.Contains(name)).ToList();
        return new OneShotAxes(batchNames, shared || named.Count > 0 ? null : Fixed(inputs, outputs), Names(sequences), sequences.Count > 0);
    }

    /// <summary>Items in a value of that input; null where it does not say.</summary>
    public long? BatchIn(DeclaredValue input, IReadOnlyList<long> dims) => FixedBatch is null ? Size(input, dims, IsBatchAxis) : null;

    /// <summary>Length of the sequence in a value of that input; null where it does not say.</summary>
    public long? SequenceIn(DeclaredValue input, IReadOnlyList<long> dims) => OpenSequence ? Size(input, dims, IsSequenceAxis) : null;

    /// <summary>Whether a dimension, of an output too, has the batch's symbol.</summary>
    public bool IsBatch(OnnxDim dim) => dim.Name is { } name && BatchNames.Contains(name);

    private static long? Size(DeclaredValue input, IReadOnlyList<long> dims, Func<DeclaredValue, int, bool> isAxis) =>
        input.Type.Dims?.Count == dims.Count && Enumerable.Range(0, dims.Count).Where(axis => isAxis(input, axis)).ToList() is [var at, ..] ? dims[at] : null;

    private bool IsBatchAxis(DeclaredValue input, int axis) =>
        input.Type.Dims![axis] is { Value: null } dim && (dim.Name is { } name ? BatchNames.Contains(name) : axis == 0);

    private bool IsSequenceAxis(DeclaredValue input, int axis) => input.Type.Dims![axis] is { Value: null } dim
        && (dim.Name is { } name ? SequenceNames.Contains(name) : axis == 1 && IsIds(input.Type));

    /// <summary>
    /// A fixed first dimension is the batch where all inputs and all outputs share it: an image [3, H, W] is one item, and so is a vector.
    /// </summary>
    private static int Fixed(IReadOnlyList<DeclaredValue> inputs, IReadOnlyList<DeclaredValue> outputs)
    {
        var tensors = inputs.Where(input => input.Type.Dims is not { Count: 0 }).ToList();
        return tensors is [{ Type.Dims: [{ Value: > 1 and <= int.MaxValue and var size }, _, ..] }, ..]
            && tensors.All(input => input.Type.Dims is [var dim, _, ..] && dim.Value == size)
            && outputs.All(output => output.Type.Dims is [var dim, ..] && dim.Value == size)
                ? (int)size
                : 1;
    }

    private static List<string> Names(IEnumerable<OnnxDim> dims) => [.. dims.Select(dim => dim.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static bool HasShape(DeclaredValue input) => input.Type is { Kind: ValueKind.Tensor, Dims: not null };

    private static bool IsIds(ValueType type) =>
        type is { ElementType: OnnxElementType.Int64 or OnnxElementType.Int32, Dims: [_, { Value: null }] };

    /// <summary>A symbol, not an expression such as <c>batch_size*num_heads</c>.</summary>
    private static bool IsBatchName(string? name) =>
        name?.Contains("batch", StringComparison.OrdinalIgnoreCase) == true && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':');

    private static bool IsSequence(string? name) => name is not null && SequenceWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
