namespace InferBench.Core.Comparison;

/// <param name="By">What sets the sides apart.</param>
/// <param name="Threshold">Differences up to this fraction are of no practical interest; 0.02 is 2 %.</param>
/// <param name="RunSpread">
/// Run-to-run standard deviation as a fraction, where the person knows that of the machine; null to take it from the launches, or the default of <see cref="RunSpreads"/>.
/// </param>
public sealed record ComparisonSettings(ComparisonAxis By = ComparisonAxis.Run, double Threshold = ComparisonSettings.DefaultThreshold, double? RunSpread = null)
{
    public const double DefaultThreshold = 0.02;

    /// <summary>
    /// Chance of one false alarm or more in a whole comparison, all of its tests together. A gate that runs every night at 5 % would cry wolf every third week.
    /// </summary>
    public const double FamilyError = 0.01;
}
