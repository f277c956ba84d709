namespace InferBench.Models.Tensors;

/// <summary>What an output should be: a <see cref="ReferenceTensor"/>, <see cref="ReferenceSequence"/> or <see cref="ReferenceMap"/>.</summary>
public abstract record ReferenceValue
{
    private protected ReferenceValue()
    {
    }

    /// <summary>A reference that holds every element of <paramref name="value"/>.</summary>
    public static ReferenceValue Of(HostValue value) => value switch
    {
        HostTensor tensor => ReferenceTensor.Of(tensor),
        HostSequence sequence => new ReferenceSequence([.. sequence.Items.Select(Of)]),
        HostMap map => new ReferenceMap(ReferenceTensor.Of(map.Keys), ReferenceTensor.Of(map.Values)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a kind of value."),
    };
}
