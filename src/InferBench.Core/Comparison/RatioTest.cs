using InferBench.Core.Statistics;

namespace InferBench.Core.Comparison;

/// <summary>
/// Whether two sides differ: Welch's test of their logarithms, with the degrees of freedom of Satterthwaite (An Approximate Distribution of Estimates of
/// Variance Components, Biometrics Bulletin 2(6), 1946), which its intervals round down.
/// </summary>
internal sealed class RatioTest
{
    /// <summary>
    /// Nominal power of <see cref="Smallest"/>. The spread is itself estimated, so that with few degrees of freedom less comes out: 0.71 of 4 of them and 0.88 of 30
    /// at a level of 0.00028, by simulation.
    /// </summary>
    private const double Power = 0.9;

    private readonly double _difference;
    private readonly double _error;
    private readonly double _freedom;

    public RatioTest(LogMean divisor, LogMean other)
    {
        _difference = other.Mean - divisor.Mean;
        (double Variance, double DegreesOfFreedom)[] parts = [.. divisor.Parts, .. other.Parts];
        var variance = parts.Sum(part => part.Variance);
        _error = Math.Sqrt(variance);
        _freedom = variance == 0 ? 1 : Math.Max(1, variance * variance / parts.Sum(part => part.Variance * part.Variance / part.DegreesOfFreedom));
    }

    /// <summary>Other over divisor with its 95 % interval.</summary>
    public Estimate Ratio
    {
        get
        {
            var half = Critical(Interval.Confidence) * _error;
            return new Estimate(Math.Exp(_difference), Math.Exp(_difference - half), Math.Exp(_difference + half));
        }
    }

    /// <summary>Chance of a difference at least as large where there is none.</summary>
    public double PValue => _difference == 0 ? 1 : _error == 0 ? 0 : StudentT.BothTails(_difference / _error, _freedom);

    /// <summary>The smallest difference, as a fraction, that is found about four times in five at this level: (t(1 − level / 2) + t(0.9)) standard errors.</summary>
    public double Smallest(double level) => Math.Exp((Critical(1 - level) + Critical((2 * Power) - 1)) * _error) - 1;

    private double Critical(double confidence) => StudentT.Critical(confidence, (int)_freedom);
}
