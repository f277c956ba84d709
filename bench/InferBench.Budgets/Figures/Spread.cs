using System.Globalization;
using System.Numerics;

namespace InferBench.Budgets.Figures;

/// <summary>Median and range over rounds. On a shared machine the range says more than a standard deviation.</summary>
internal sealed record Spread(double Median, double Least, double Most, int Count)
{
    public static Spread Of(IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        return new Spread(Middle(sorted), sorted[0], sorted[^1], sorted.Length);
    }

    /// <summary>Of any series: the middle value, or the mean of the two in the middle.</summary>
    public static double MedianOf<T>(IEnumerable<T> values)
        where T : INumber<T> => Middle([.. values.Select(double.CreateChecked).Order()]);

    /// <summary>Such as <c>1.004 (0.992–1.011)</c>.</summary>
    public string Text(string format)
    {
        var culture = CultureInfo.InvariantCulture;
        return $"{Median.ToString(format, culture)} ({Least.ToString(format, culture)}–{Most.ToString(format, culture)})";
    }

    private static double Middle(double[] sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
