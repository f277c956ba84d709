using System.Globalization;

namespace InferBench.Reporting.Charts;

/// <summary>
/// Round tick values that cover a range. Linear: steps of 1, 2 or 5 × 10ⁿ (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
/// Log: 1, 2 and 5 in each decade while they fit, then whole decades, then every second, fifth, tenth.
/// </summary>
internal static class AxisTicks
{
    private static readonly int[] DecadeSteps = [1, 2, 5, 10, 20, 50, 100, 200];

    /// <summary>Ticks from at most <paramref name="min"/> to at least <paramref name="max"/>.</summary>
    /// <param name="min">Smallest value to cover.</param>
    /// <param name="max">Largest value to cover; may equal <paramref name="min"/>.</param>
    /// <param name="most">How many ticks fit, three or more: a range across zero needs three.</param>
    public static IReadOnlyList<double> Linear(double min, double max, int most)
    {
        Check(min, max, most);
        if (min == max)
        {
            (min, max) = min == 0 ? (0, 1) : (Math.Min(0, min), Math.Max(0, max));
        }

        // Covering can take one tick more at each end than the range divided by the step, hence the search from below.
        var exponent = (int)Math.Floor(Math.Log10(max / most - min / most)) - 1;
        for (; ; exponent++)
        {
            foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
            {
                var (first, last) = (Math.Floor(Steps(min, factor, exponent)), Math.Ceiling(Steps(max, factor, exponent)));
                if (last - first + 1 <= most)
                {
                    return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => Decimal(factor, exponent, first + index))];
                }
            }
        }
    }

    /// <summary>Ticks from at most <paramref name="min"/> to at least <paramref name="max"/>, both above zero.</summary>
    public static IReadOnlyList<double> Log(double min, double max, int most)
    {
        Check(min, max, most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(min);

        var (lowDecade, highDecade) = ((int)Math.Floor(Math.Log10(min)) - 1, (int)Math.Ceiling(Math.Log10(max)) + 1);
        if (highDecade - lowDecade <= most + 2)
        {
            foreach (var factors in (int[][])[[1, 2, 5], [1]])
            {
                List<double> all =
                [
                    .. from decade in Enumerable.Range(lowDecade, highDecade - lowDecade + 1)
                       from factor in factors
                       select Decimal(1, decade, factor),
                ];
                var first = all.FindLastIndex(tick => tick <= min);
                var last = all.FindIndex(tick => tick >= max);
                if (last - first + 1 <= most)
                {
                    return all[first..(last + 1)];
                }
            }
        }

        foreach (var step in DecadeSteps)
        {
            var (first, last) = (Math.Floor((double)(lowDecade + 1) / step), Math.Ceiling((double)(highDecade - 1) / step));
            if (last - first + 1 <= most)
            {
                return [.. Enumerable.Range((int)first, (int)(last - first) + 1).Select(index => Decimal(1, index * step, 1)).Where(double.IsFinite)];
            }
        }

        return [Decimal(1, lowDecade + 1, 1), Decimal(1, highDecade - 1, 1)];
    }

    /// <summary>What to write at ticks: just the digits that tell them apart.</summary>
    public static IReadOnlyList<AxisTick> Labelled(IReadOnlyList<double> ticks, bool money)
    {
        var decimals = Math.Clamp(ticks.Max(DecimalsOf), money && ticks.Any(tick => DecimalsOf(tick) == 1) ? 2 : 0, 15);
        // On log axes the smallest tick would give all the others needless zeros.
        var spread = ticks.Where(tick => tick > 0).DefaultIfEmpty(1).Max() / ticks.Where(tick => tick > 0).DefaultIfEmpty(1).Min();
        return [.. ticks.Select(tick => new AxisTick(tick, Label(tick, spread >= 100 ? Own(tick, money) : decimals, money)))];
    }

    private static int Own(double tick, bool money) => DecimalsOf(tick) is 1 && money ? 2 : DecimalsOf(tick);

    private static string Label(double tick, int decimals, bool money)
    {
        var size = Math.Abs(tick);
        var digits = size is >= 1e9 or (> 0 and < 1e-6)
            ? size.ToString("0.###e+0", CultureInfo.InvariantCulture)
            : size.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture).TrimEnd('.');
        return (tick < 0 ? "-" : "") + (money ? "$" : "") + digits;
    }

    private static int DecimalsOf(double tick)
    {
        var text = tick.ToString("0.###############", CultureInfo.InvariantCulture);
        return text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - point - 1 : 0;
    }

    // Dividing is exact where multiplying by a negative power of ten is not: 0.1 × 3 is 0.30000000000000004, 3 / 10 is 0.3.
    private static double Decimal(double factor, int exponent, double count) =>
        exponent < 0 ? factor * count / Math.Pow(10, -exponent) : factor * count * Math.Pow(10, exponent);

    private static double Steps(double value, double factor, int exponent) =>
        exponent < 0 ? value * Math.Pow(10, -exponent) / factor : value / Math.Pow(10, exponent) / factor;

    private static void Check(double min, double max, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (!double.IsFinite(min) || !double.IsFinite(max) || min > max)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{min} to {max} is not a range that an axis can cover"));
        }
    }
}
