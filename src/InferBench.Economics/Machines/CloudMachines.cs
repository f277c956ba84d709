using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Machines;

/// <summary>Machines that are rented: as the run was priced, or at an offer of the catalog.</summary>
public static class CloudMachines
{
    /// <summary>The machine at the price in the run's document.</summary>
    public static RentedMachine OfRun(HourlyPrice price, double extras = 0)
    {
        var day = price.AsOf is { } asOf ? Text($", as of {asOf:yyyy-MM-dd}") : "";
        return new(price.UsdPerHour, "the measured machine, by the hour", $"{price.Source}{day}", extras, IsAssumed: price.Assumed);
    }

    /// <summary>
    /// An hour of one GPU at an offer of the catalog. The offer has to be for the GPU that was measured: another one has another speed, which nobody measured here.
    /// </summary>
    /// <param name="catalog">The prices.</param>
    /// <param name="id">The offer's id.</param>
    /// <param name="run">The run.</param>
    /// <param name="day">Day for which the price is wanted.</param>
    /// <param name="extras">Fraction on top of the list price.</param>
    /// <param name="option">What messages begin with.</param>
    /// <exception cref="BadInputException">There is no such offer, it does not hold on that day, nobody sells at it, or it is for another device.</exception>
    public static RentedMachine OfOffer(PriceCatalog catalog, string id, RunDocument run, DateOnly day, double extras, string option)
    {
        var offer = catalog.Cloud.FirstOrDefault(offer => offer.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException($"{option}: '{id}' is no offer of the catalog{Near(catalog, id)}; 'inferbench catalog list' names all");
        if (!offer.IsInForce(day))
        {
            throw new BadInputException(Text(offer.EffectiveUntil is { } until && until <= day
                ? (FormattableString)$"{option}: {offer.Id} expired on {until:yyyy-MM-dd}"
                : $"{option}: {offer.Id} holds from {offer.EffectiveFrom:yyyy-MM-dd} on"));
        }

        if (!offer.IsPurchasable || offer.PriceAt(day) is not { Value: { } usd } price)
        {
            throw new BadInputException($"{option}: nobody sells at {offer.Id}: it is an index or an estimate; take an offer of a provider");
        }

        RequireDevice(catalog, offer, run, option);
        var nodes = offer.MinGpus > 1 ? Text($", taken {offer.MinGpus} at a time") : "";
        return new RentedMachine(
            usd,
            $"one {offer.Gpu} from {offer.Provider}, {offer.PlanWord}{nodes}",
            catalog.Cite(price),
            extras,
            offer.Plan == CloudPlan.Serverless,
            Range(catalog, offer, usd, day));
    }

    private static void RequireDevice(PriceCatalog catalog, CloudOffer offer, RunDocument run, string option)
    {
        var providers = run.Cells.Select(cell => cell.Cell.Provider).Distinct(StringComparer.Ordinal).ToList();
        var measured = providers.TrueForAll(provider => provider == "cpu") ? null : run.Environment.Gpus.FirstOrDefault()?.Name;
        if (measured is null || catalog.FindHardware(measured)?.Id is not { } device || !offer.Gpu.Equals(device, StringComparison.OrdinalIgnoreCase))
        {
            throw new BadInputException(
                $"{option}: {offer.Id} is an hour of {offer.Gpu}, and the run was measured on {measured ?? run.Environment.CpuModel ?? "a processor"}; its speed on another device is not known, so give what the measured one costs with --usd-per-hour");
        }
    }

    /// <summary>What others ask for the same GPU on the same kind of plan.</summary>
    private static PriceRange? Range(PriceCatalog catalog, CloudOffer offer, double usd, DateOnly day)
    {
        var all = catalog.CloudQuotes(offer.Gpu, day).Where(quote => quote.Offer.Plan == offer.Plan).Select(quote => quote.UsdPerGpuHour).ToList();
        return usd > 0 && all.Count > 1
            ? new(all.Min() / usd, all.Max() / usd, Text($"{all.Count} {offer.PlanWord} offers of the same GPU in the catalog, ${all.Min():0.##} to ${all.Max():0.##}"))
            : null;
    }

    private static string Near(PriceCatalog catalog, string id)
    {
        var near = NearNames.Of(catalog.Cloud.Select(offer => offer.Id), id);
        return near.Count > 0 ? $"; there is {string.Join(", ", near)}" : "";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
