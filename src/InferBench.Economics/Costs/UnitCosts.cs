using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>
/// What one cell's tokens cost. <see cref="InputPerMillion"/> and <see cref="OutputPerMillion"/> divide the whole bill between them: times the tokens of each kind
/// they add up to it. Every 95 % interval is the measurement's; what a price may be is another matter (<c>PriceRange</c>).
/// </summary>
/// <param name="InputPerMillion">US dollars per million input tokens: the share of the bill that the time to the first token took.</param>
/// <param name="OutputPerMillion">US dollars per million output tokens: the rest of it.</param>
/// <param name="TokensPerMillion">US dollars per million tokens of either kind, at the measured ratio.</param>
/// <param name="OutputCarryingAll">US dollars per million output tokens where they carry the whole bill: the figure that runs and their charts state at full load.</param>
/// <param name="Request">US dollars for each request of the measured length.</param>
/// <param name="ThousandCharacters">US dollars per 1,000 characters of output, carrying the whole bill; null where the tokenizer's density is not known.</param>
/// <param name="Task">US dollars for each task; null where nobody said what a task takes.</param>
public sealed record UnitCosts(
    Estimate InputPerMillion,
    Estimate OutputPerMillion,
    Estimate TokensPerMillion,
    Estimate OutputCarryingAll,
    Estimate Request,
    Estimate? ThousandCharacters,
    Estimate? Task)
{
    private const double Million = 1e6;

    /// <param name="times">Where the cell's time went.</param>
    /// <param name="usdPerBusyHour">What an hour of work has to earn: the machine's cost over its utilization. Zero or more.</param>
    /// <param name="tokensPerThousandCharacters">Density of the model's tokenizer; null where it is not known.</param>
    /// <param name="requestsPerTask">Requests that a task takes; null where nobody said.</param>
    public static UnitCosts Of(CellTimes times, double usdPerBusyHour, double? tokensPerThousandCharacters = null, double? requestsPerTask = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usdPerBusyHour);
        var perSecond = usdPerBusyHour / Machines.Period.SecondsPerHour;
        var output = times.SecondsPerOutputTokenWithInput();
        var request = times.SecondsPerRequest.Times(perSecond);
        return new(
            times.SecondsPerInputToken.Times(perSecond * Million),
            times.SecondsPerOutputToken.Times(perSecond * Million),
            times.SecondsPerToken.Times(perSecond * Million),
            output.Times(perSecond * Million),
            request,
            tokensPerThousandCharacters is { } density ? output.Times(perSecond * density) : null,
            requestsPerTask is { } requests ? request.Times(requests) : null);
    }
}
