using System.Globalization;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Compares a tensor with the first values, and with the figures where a reference has only those for the rest.</summary>
internal static class TensorComparison
{
    private const int Chunk = 1024;

    public static Agreement Compare(HostTensor actual, ReferenceTensor expected, Tolerance tolerance)
    {
        var first = expected.First;
        if (actual.ElementType != first.ElementType || !actual.Dims.SequenceEqual(expected.Dims))
        {
            return Agreement.Differs($"{actual} where {first.ElementType.Name()}[{TensorShape.Text(expected.Dims)}] is expected");
        }

        if (tolerance.Relative == 0)
        {
            var exact = Exact(actual, first);
            return actual.Strings is null ? exact.And(Figures(actual, expected, tolerance, 0)) : exact;
        }

        var absolute = tolerance.Absolute(MeanMagnitude(expected, actual.ElementCount));
        return Close(actual, first, tolerance, absolute).And(Figures(actual, expected, tolerance, absolute));
    }

    private static Agreement Exact(HostTensor actual, HostTensor first)
    {
        for (var i = 0; i < first.ElementCount; i++)
        {
            if (!HostElements.Same(actual, i, first, i))
            {
                var problem = $"{HostElements.Text(actual, i)} at {i} where {HostElements.Text(first, i)} is expected";
                return actual.Strings is null ? Close(actual, first, new Tolerance(0), 0) with { Problem = problem } : Agreement.Differs(problem);
            }
        }

        return actual.Strings is null && first.ElementCount > 0 ? new Agreement(null, 0, 0, null) : new Agreement(null, null, null, null);
    }

    private static Agreement Close(HostTensor actual, HostTensor first, Tolerance tolerance, double absolute)
    {
        Span<double> a = stackalloc double[Chunk];
        Span<double> b = stackalloc double[Chunk];
        string? problem = null;
        double? maxAbs = null, maxRel = null;
        for (long start = 0; start < first.ElementCount; start += Chunk)
        {
            var count = (int)Math.Min(Chunk, first.ElementCount - start);
            actual.CopyNumbers(start, a[..count]);
            first.CopyNumbers(start, b[..count]);
            for (var i = 0; i < count; i++)
            {
                var difference = a[i].Equals(b[i]) || a[i] == b[i] ? 0 : Math.Abs(a[i] - b[i]);
                maxAbs = Math.Max(maxAbs ?? 0, difference);
                maxRel = b[i] == 0 ? maxRel : Math.Max(maxRel ?? 0, difference == 0 ? 0 : difference / Math.Abs(b[i]));
                if (problem is null && !tolerance.Accepts(a[i], b[i], absolute))
                {
                    problem = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{a[i]:g9} at {start + i} where {b[i]:g9} is expected (within {absolute + (tolerance.Relative * Math.Abs(b[i])):g3})");
                }
            }
        }

        return new Agreement(problem, maxAbs, maxRel, null);
    }

    /// <summary>
    /// Where elements agree within t = r·s + r·|b|, extremes differ by at most the largest t, and sums by at most the sum of all t, which is 2·r·Σ|b|.
    /// </summary>
    private static Agreement Figures(HostTensor actual, ReferenceTensor expected, Tolerance tolerance, double absolute)
    {
        var whole = TensorFigures.Of(actual);
        var listed = TensorFigures.Of(expected.First);
        var figures = expected.Figures;
        var largest = figures is null ? listed.Largest : Math.Max(Math.Abs(figures.Min ?? 0), Math.Abs(figures.Max ?? 0));
        var slack = absolute + (tolerance.Relative * largest);
        var sumSlack = (actual.ElementCount * absolute) + (tolerance.Relative * (figures?.SumAbs ?? 0));
        var problem = figures is null ? null
            : Outside("sum", whole.Sum, figures.Sum, sumSlack)
            ?? Outside("sum of magnitudes", whole.SumAbs, figures.SumAbs, sumSlack)
            ?? Outside("smallest element", whole.Min, figures.Min, slack)
            ?? Outside("largest element", whole.Max, figures.Max, slack);

        var place = figures is null ? listed.ArgMax : figures.ArgMax;
        bool? same = place is { } index && whole.ArgMax is { } own
            ? own == index || actual.NumberAt(index) >= actual.NumberAt(own) - (2 * slack)
            : null;
        return new Agreement(
            problem ?? (same == false ? string.Create(CultureInfo.InvariantCulture, $"largest element at {whole.ArgMax} where {place} is expected") : null),
            null,
            null,
            same);
    }

    // The figures are sums in double of whatever the client's order was; 1e-9 covers that.
    private static string? Outside(string name, double actual, double? expected, double slack) =>
        expected is not { } value || Math.Abs(actual - value) <= slack + (1e-9 * Math.Abs(value))
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} {actual:g9} where {value:g9} is expected (within {slack:g3})");

    private static double MeanMagnitude(ReferenceTensor expected, long elements) =>
        expected.Figures?.SumAbs is { } sum && elements > 0 ? sum / elements : TensorFigures.Of(expected.First).MeanMagnitude;
}
