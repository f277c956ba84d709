using System.Globalization;

namespace InferBench.Economics.Catalog;

/// <summary>Whether a price is young enough for what is made of it.</summary>
/// <param name="Warning">What to say beside the price; null where it is young.</param>
/// <param name="SupportsVerdict">False where it is too old to decide anything.</param>
public sealed record Freshness(string? Warning, bool SupportsVerdict)
{
    public const int WarnAfterDays = 90;
    public const int WarnAfterDaysOnMarketplaces = 30;
    public const int NoVerdictAfterDays = 365;

    /// <summary>Age is counted from the earliest day that the date can mean.</summary>
    public static Freshness Of(Fact price, DateOnly today, bool marketplace = false)
    {
        if (price.AsOf.AgeInDays(today) is not { } age)
        {
            return new("has no date, so no verdict rests on it", SupportsVerdict: false);
        }

        var most = marketplace ? WarnAfterDaysOnMarketplaces : WarnAfterDays;
        return age switch
        {
            > NoVerdictAfterDays => new(string.Create(CultureInfo.InvariantCulture, $"is {age} days old; no verdict rests on a price over {NoVerdictAfterDays} days old"), SupportsVerdict: false),
            _ when age > most => new(string.Create(CultureInfo.InvariantCulture, $"is {age} days old; prices are looked up again after {most} days"), SupportsVerdict: true),
            _ => new(null, SupportsVerdict: true),
        };
    }

    public static Freshness Of(CloudOffer offer, DateOnly today) => offer.PriceAt(today) is { } price
        ? Of(price, today, offer.Plan is CloudPlan.Marketplace or CloudPlan.Spot)
        : new("has no price", SupportsVerdict: false);

    /// <summary>That of the oldest price of the offer.</summary>
    public static Freshness Of(ApiOffer offer, DateOnly today) => offer.Prices.Where(price => price.IsUsable).MinBy(price => price.AsOf.Earliest ?? DateOnly.MinValue) is { } oldest
        ? Of(oldest, today)
        : new("has no price", SupportsVerdict: false);
}
