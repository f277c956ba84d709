namespace InferBench.Core.Ceilings;

/// <summary>From the times of passes to a ceiling.</summary>
public static class CeilingRounds
{
    /// <param name="kind">What was done.</param>
    /// <param name="precision">Weight format; null where there are no weights.</param>
    /// <param name="method">How, in one line.</param>
    /// <param name="bytes">Bytes of a pass.</param>
    /// <param name="operations">Operations of a pass; null where bytes count.</param>
    /// <param name="rounds">Seconds of each pass, round by round; at least one pass in each.</param>
    public static Ceiling Summarise(
        CeilingKind kind, string? precision, string method, long bytes, double? operations, IReadOnlyList<IReadOnlyList<double>> rounds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(rounds.Count);
        var work = kind == CeilingKind.MatMul ? operations ?? throw new ArgumentNullException(nameof(operations)) : bytes;
        var rates = rounds.Select(passes => work / passes.Min()).ToList();
        var sorted = rates.Order().ToList();
        var median = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return new Ceiling(
            kind, precision, method, sorted[^1], median, (sorted[^1] - sorted[0]) / median, rates, rounds.Sum(passes => passes.Count), bytes, operations);
    }
}
