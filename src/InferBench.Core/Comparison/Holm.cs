namespace InferBench.Core.Comparison;

/// <summary>
/// Holm's step-down correction (Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6, 1979): bounds the chance of
/// one false rejection or more among all tests, however they depend on each other. Cells of one run share its hour, so they do.
/// </summary>
internal static class Holm
{
    /// <summary>P-values to hold against the error of the whole family, in the order given: max over all smaller ones of (m − rank) · p, at most 1.</summary>
    public static double[] Adjusted(IReadOnlyList<double> values)
    {
        var adjusted = new double[values.Count];
        double greatest = 0;
        var rank = 0;
        foreach (var index in Enumerable.Range(0, values.Count).OrderBy(index => values[index]))
        {
            greatest = Math.Max(greatest, Math.Min(1, (values.Count - rank++) * values[index]));
            adjusted[index] = greatest;
        }

        return adjusted;
    }
}
