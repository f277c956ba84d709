namespace InferBench.Economics.Machines;

/// <summary>Lengths of time that a bill is divided by.</summary>
internal static class Period
{
    public const double HoursPerMonth = 730;

    public const double MonthsPerYear = 12;

    public const double HoursPerYear = HoursPerMonth * MonthsPerYear;

    public const double SecondsPerHour = 3600;
}
