namespace InferBench.Economics.Sizing;

/// <summary>How cautiously machines are counted.</summary>
/// <param name="Level">What users must be promised.</param>
/// <param name="Headroom">Share of a machine's capacity that the peak must leave free, 0 to below 1.</param>
/// <param name="Spare">Machines beyond those that the peak needs: 1 is N+1.</param>
/// <param name="AllowSuspect">Whether cells whose validity is in doubt may answer.</param>
/// <param name="AllowOtherShapes">Whether cells that were measured at other lengths of prompt and answer may answer.</param>
public sealed record SizingSettings(
    ServiceLevel Level, double Headroom = SizingSettings.DefaultHeadroom, int Spare = 1, bool AllowSuspect = false, bool AllowOtherShapes = false)
{
    /// <summary>A queue at 80 % of its capacity is short enough to be kept.</summary>
    public const double DefaultHeadroom = 0.2;

    /// <summary>365 × 24 / 12.</summary>
    public const double HoursPerMonth = 730;
}
