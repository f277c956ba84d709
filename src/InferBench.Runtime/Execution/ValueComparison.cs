using System.Globalization;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Compares what a model returned with what it should return.</summary>
public static class ValueComparison
{
    /// <param name="actual">What came out.</param>
    /// <param name="expected">What should.</param>
    /// <param name="reduced">Whether the model computes in less than fp32, see <see cref="ReducedPrecision"/>.</param>
    public static Agreement Compare(HostValue actual, ReferenceValue expected, bool reduced) => (actual, expected) switch
    {
        (HostTensor a, ReferenceTensor e) => TensorComparison.Compare(a, e, Tolerance.For(e.First.ElementType, reduced)),
        (HostSequence a, ReferenceSequence e) => Sequences(a, e, reduced),
        (HostMap a, ReferenceMap e) => Maps(a, e, reduced),
        _ => Agreement.Differs($"{actual} where {Kind(expected)} is expected"),
    };

    /// <summary>Whether two values are the same to the last bit.</summary>
    public static bool Identical(HostValue a, HostValue b) => (a, b) switch
    {
        (HostTensor x, HostTensor y) => x.ElementType == y.ElementType && x.Dims.SequenceEqual(y.Dims)
            && (x.Strings is { } strings ? strings.SequenceEqual(y.Strings!, StringComparer.Ordinal) : x.Bytes.SequenceEqual(y.Bytes)),
        (HostSequence x, HostSequence y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(pair => Identical(pair.First, pair.Second)),
        (HostMap x, HostMap y) => Identical(x.Keys, y.Keys) && Identical(x.Values, y.Values),
        _ => false,
    };

    private static Agreement Sequences(HostSequence actual, ReferenceSequence expected, bool reduced)
    {
        if (actual.Items.Count != expected.Items.Count)
        {
            return Agreement.Differs(string.Create(CultureInfo.InvariantCulture, $"{actual} where {expected.Items.Count} items are expected"));
        }

        var all = new Agreement(null, null, null, null);
        for (var i = 0; i < actual.Items.Count; i++)
        {
            var one = Compare(actual.Items[i], expected.Items[i], reduced);
            all = all.And(one.Problem is { } problem ? one with { Problem = string.Create(CultureInfo.InvariantCulture, $"item {i}: {problem}") } : one);
        }

        return all;
    }

    // A runtime may order keys as it likes, so the expected values are put in the order of the actual keys.
    private static Agreement Maps(HostMap actual, ReferenceMap expected, bool reduced)
    {
        var keys = Keys(expected.Keys.First);
        var order = Keys(actual.Keys).Select(key => keys.IndexOf(key)).ToArray();
        if (actual.Keys.ElementType != expected.Keys.First.ElementType || order.Length != keys.Count || order.Contains(-1))
        {
            return Agreement.Differs($"{actual} has other keys than expected: {Some(Keys(actual.Keys))} where there should be {Some(keys)}");
        }

        var values = HostElements.Pick(expected.Values.First, order);
        return Compare(actual.Values, new ReferenceTensor(actual.Values.Dims, values, null), reduced);
    }

    private static List<string> Keys(HostTensor keys) => [.. Enumerable.Range(0, (int)keys.ElementCount).Select(i => HostElements.Text(keys, i))];

    private static string Some(List<string> keys) => string.Join(", ", keys.Take(8)) + (keys.Count > 8 ? ", ..." : "");

    private static string Kind(ReferenceValue value) => value switch
    {
        ReferenceTensor tensor => $"{tensor.First.ElementType.Name()}[{TensorShape.Text(tensor.Dims)}]",
        ReferenceSequence => "a sequence",
        _ => "a map",
    };
}
