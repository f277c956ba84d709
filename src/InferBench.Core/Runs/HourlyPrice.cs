using System.ComponentModel;

namespace InferBench.Core.Runs;

/// <summary>What an hour of the machine costs.</summary>
/// <param name="UsdPerHour">US dollars per hour.</param>
/// <param name="Source">Where the figure comes from.</param>
/// <param name="AsOf">Day for which it holds; null where it was not said.</param>
/// <param name="Assumed">True where nobody gave a price: shown as an assumption wherever it is used.</param>
public sealed record HourlyPrice(double UsdPerHour, string Source, DateOnly? AsOf, bool Assumed)
{
    [Description("Version of the price catalog that the price is from; null where it is from none.")]
    public string? CatalogVersion { get; init; }
}
