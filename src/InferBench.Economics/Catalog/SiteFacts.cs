namespace InferBench.Economics.Catalog;

/// <summary>Figures about the place where machines stand, by name.</summary>
public sealed class SiteFacts(IReadOnlyList<SiteFact> all)
{
    public const string ElectricityUsCommercial = "electricity-us-commercial";
    public const string ElectricityUsResidential = "electricity-us-residential";
    public const string PueAverage = "pue-average";
    public const string PueHyperscale = "pue-hyperscale";
    public const string ColocationNorthAmerica = "colocation-north-america";
    public const string ColocationGlobal = "colocation-global";
    public const string EconomicLife = "economic-life";
    public const string EngineerPay = "engineer-pay";
    public const string GpuUtilization = "gpu-utilization";
    public const string Residual12Months = "gpu-residual-12-months";
    public const string Residual24Months = "gpu-residual-24-months";
    public const string Residual36Months = "gpu-residual-36-months";

    public IReadOnlyList<SiteFact> All { get; } = all;

    /// <returns>Null where the catalog has no such figure.</returns>
    public SiteFact? Find(string id) => All.FirstOrDefault(fact => fact.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
