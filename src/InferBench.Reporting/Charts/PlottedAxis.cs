namespace InferBench.Reporting.Charts;

/// <summary>An axis fitted to its data: the values at its ends, and its ticks.</summary>
internal sealed record PlottedAxis(Axis Axis, double Low, double High, IReadOnlyList<AxisTick> Ticks)
{
    // Space beyond the outermost points of a log axis, as a part of its length.
    private const double Padding = 0.06;

    /// <summary>Where a value stands: 0 at the low end, 1 at the high end, outside both for a value that does not fit.</summary>
    public double Fraction(double value) => Axis.Scale == AxisScale.Log
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);

    /// <summary>The ends of an interval; one that is unbounded or off the chart is the axis's own and not inside, so that it has no cap there.</summary>
    /// <returns>Null where there is no interval.</returns>
    public (double Low, double High, bool LowInside, bool HighInside)? Whisker(double? low, double? high) =>
        low is null && high is null
            ? null
            : (Math.Clamp(low ?? Low, Low, High), Math.Clamp(high ?? High, Low, High), low >= Low, high <= High);

    /// <param name="axis">The axis.</param>
    /// <param name="values">Points, and ends of intervals as far as they should be seen; at least one.</param>
    /// <param name="most">How many ticks fit.</param>
    public static PlottedAxis Fit(Axis axis, IReadOnlyCollection<double> values, int most)
    {
        if (axis.Names is { } names)
        {
            return new(axis, -0.5, names.Count - 0.5, [.. names.Select((name, index) => new AxisTick(index, name))]);
        }

        var (min, max) = (values.Min(), values.Max());
        return axis.Scale == AxisScale.Log ? FitLog(axis, min, max, most) : FitLinear(axis, min, max, most);
    }

    private static PlottedAxis FitLinear(Axis axis, double min, double max, int most)
    {
        var ticks = axis.FromZero ? AxisTicks.Linear(Math.Min(0, min), Math.Max(0, max), most) : AxisTicks.Linear(min, max, most);
        var shown = axis.TicksAt is { } given ? Thinned(given, ticks[0], ticks[^1], most, log: false) : ticks;
        return new(axis, ticks[0], ticks[^1], AxisTicks.Labelled(shown, axis.Money));
    }

    private static PlottedAxis FitLog(Axis axis, double min, double max, int most)
    {
        var margin = min == max ? 2 : Math.Pow(max / min, Padding);
        var (low, high) = (min / margin, max * margin);
        if (axis.TicksAt is { } given)
        {
            return new(axis, low, high, AxisTicks.Labelled(Thinned(given, low, high, most, log: true), axis.Money));
        }

        var covering = AxisTicks.Log(min, max, most);
        List<double> inside = [.. covering.Where(tick => tick >= low && tick <= high)];
        return inside.Count >= 3
            ? new(axis, low, high, AxisTicks.Labelled(inside, axis.Money))
            : new(axis, Math.Min(low, covering[0]), Math.Max(high, covering[^1]), AxisTicks.Labelled(covering, axis.Money));
    }

    // Batch sizes need not be evenly spaced: those too close to the tick before them go without a label.
    private static List<double> Thinned(IReadOnlyList<double> ticks, double low, double high, int most, bool log)
    {
        double Place(double value) => log ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);

        var kept = new List<double>();
        foreach (var tick in ticks.Where(tick => tick >= low && tick <= high).Order())
        {
            if (kept.Count == 0 || Place(tick) - Place(kept[^1]) >= 1.0 / most)
            {
                kept.Add(tick);
            }
        }

        return kept;
    }
}
