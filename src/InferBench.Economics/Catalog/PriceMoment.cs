namespace InferBench.Economics.Catalog;

/// <summary>When, and with how long a prompt, tokens are bought.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Utc">Time of that day; null where every hour is meant.</param>
/// <param name="PromptTokens">Input tokens of a request; null where every length is meant.</param>
public sealed record PriceMoment(DateOnly Day, TimeOnly? Utc = null, long? PromptTokens = null)
{
    public bool IsIn(ApiOffer offer) =>
        (offer.Context is not { } context || PromptTokens is not { } tokens || context.Contains(tokens))
        && (offer.Hours is not { } hours || Utc is not { } time || hours.Contains(Day.DayOfWeek, time));
}
