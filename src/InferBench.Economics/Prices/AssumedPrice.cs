using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Prices;

/// <summary>The price that stands in where nobody gave one. It is marked as assumed and says in words what it assumes.</summary>
public static class AssumedPrice
{
    /// <summary>Round figure for general-purpose cloud machines; list prices of the large clouds lie around it.</summary>
    public const double UsdPerCoreHour = 0.05;

    /// <summary>Round figure for a GPU that has no listed price here.</summary>
    public const double UsdPerUnlistedGpuHour = 1.00;

    private const string Round = "a round figure for general-purpose cloud machines on demand; not a quote";

    private static readonly DateOnly RoundFiguresChosen = new(2026, 11, 20);

    /// <summary>
    /// A run that uses a GPU is priced as one GPU, with its share of the host; any other as the cores that it may use.
    /// </summary>
    /// <param name="environment">The machine.</param>
    /// <param name="providers">Execution providers of the run.</param>
    /// <param name="catalog">Where GPUs have their prices; the shipped catalog where none is given.</param>
    /// <param name="day">The day for which prices are wanted; the shipped catalog's own day where none is given.</param>
    public static HourlyPrice For(RunEnvironment environment, IEnumerable<string> providers, PriceCatalog? catalog = null, DateOnly? day = null) =>
        environment.Gpus is [var gpu, ..] && providers.Any(provider => !provider.Equals("cpu", StringComparison.OrdinalIgnoreCase))
            ? ForGpu(gpu.Name, catalog ?? PriceCatalog.BuiltIn, day ?? RoundFiguresChosen)
            : ForCores(environment.LogicalCores);

    private static HourlyPrice ForGpu(string name, PriceCatalog catalog, DateOnly day) =>
        catalog.FindHardware(name) is { } device && catalog.DefaultQuote(device.Id, day) is { } quote
            ? new(quote.UsdPerGpuHour, $"one {name} at a list price: {Listing(quote, catalog)}", quote.Price.AsOf.Earliest, Assumed: true) { CatalogVersion = catalog.Version }
            : new(
                UsdPerUnlistedGpuHour,
                $"one {name}: no listed price is known here, so a round {Dollars(UsdPerUnlistedGpuHour)} per GPU-hour stands in; not a quote",
                RoundFiguresChosen,
                Assumed: true);

    private static string Listing(CloudQuote quote, PriceCatalog catalog)
    {
        var offer = quote.Offer;
        var plan = offer.PlanWord.Replace('-', ' ') + (offer.Variant is { } variant ? $" ({variant})" : "");
        var node = offer.MinGpus > 1 ? string.Create(CultureInfo.InvariantCulture, $", in a node of {offer.MinGpus}") : "";
        return $"{offer.Provider} {plan}{node}, from {catalog.Cite(quote.Price)}";
    }

    private static HourlyPrice ForCores(int cores)
    {
        var noun = cores == 1 ? "core" : "cores";
        return new(
            cores * UsdPerCoreHour,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{cores} {noun} at {Dollars(UsdPerCoreHour)} per core-hour, {Round}"),
            RoundFiguresChosen,
            Assumed: true);
    }

    private static string Dollars(double usd) => "$" + usd.ToString("0.00", CultureInfo.InvariantCulture);
}
