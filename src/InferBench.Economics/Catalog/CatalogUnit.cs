namespace InferBench.Economics.Catalog;

/// <summary>A unit that the catalog may be written in.</summary>
/// <param name="Name">As written, such as <c>GB/s</c>. GB is 1e9 bytes, GiB 2^30.</param>
/// <param name="Quantity">What it measures.</param>
/// <param name="Factor">Base units in one of it.</param>
public sealed record CatalogUnit(string Name, Quantity Quantity, double Factor)
{
    public static IReadOnlyList<CatalogUnit> All { get; } =
    [
        new("B", Quantity.Memory, 1),
        new("MiB", Quantity.Memory, 1 << 20),
        new("GB", Quantity.Memory, 1e9),
        new("GiB", Quantity.Memory, 1 << 30),
        new("GB/s", Quantity.Bandwidth, 1e9),
        new("TB/s", Quantity.Bandwidth, 1e12),
        new("TFLOPS", Quantity.MatmulRate, 1e12),
        new("TOPS", Quantity.MatmulRate, 1e12),
        new("W", Quantity.Power, 1),
        new("kW", Quantity.Power, 1e3),
        new("USD", Quantity.Price, 1),
        new("USD/GPU-hour", Quantity.HourlyPrice, 1),
        new("USD/1M tokens", Quantity.TokenPrice, 1),
        new("USD/kWh", Quantity.ElectricityPrice, 1),
        new("USD/kW-month", Quantity.ColocationPrice, 1),
        new("USD/year", Quantity.YearlyPay, 1),
        new("ratio", Quantity.Ratio, 1),
        new("fraction", Quantity.Ratio, 1),
        new("years", Quantity.Lifetime, 1),
        new("s", Quantity.Time, 1),
        new("tok/s", Quantity.TokenRate, 1),
        new("tok/s/GPU", Quantity.TokenRatePerGpu, 1),
        new("text", Quantity.Words, 1),
    ];

    /// <returns>Null where the catalog does not know the unit.</returns>
    public static CatalogUnit? Find(string name) => All.FirstOrDefault(unit => unit.Name == name);

    /// <summary>Names of the units of a quantity, for messages.</summary>
    public static string NamesOf(Quantity quantity) => string.Join(" or ", All.Where(unit => unit.Quantity == quantity).Select(unit => unit.Name));
}
