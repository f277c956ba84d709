using System.Globalization;
using InferBench.Economics.Demand;
using InferBench.Economics.Sizing;

namespace InferBench.Cli.Sizing;

/// <summary>A sized fleet with what it rests on.</summary>
internal sealed record SizingReport(
    string Demand,
    double RequestsPerSecond,
    double InputTokensPerRequest,
    double OutputTokensPerRequest,
    string PeakBasis,
    string Statistic,
    double? TtftLimitMs,
    double? TpotLimitMs,
    double Headroom,
    IReadOnlyList<string> Assumptions,
    PlanReport? Plan,
    PlanReport? AtTwiceTheDemand,
    IReadOnlyList<PlanReport> Others,
    IReadOnlyList<RefusedReport> Refused,
    RefusedReport? Nearest,
    string? CatalogVersion)
{
    private static readonly string[] Model =
    [
        "each machine serves up to its batch at once and takes a new request in between two steps; that prefill stalls the others, which the TPOT at the peak counts in as a mean: who meets a burst waits longer",
        "a request takes machine time in proportion to its tokens, as measured at that batch; no cell is scaled or interpolated between batches",
        "TTFT is that of a whole batch that arrives at once; the queue at the peak is what the headroom is for",
        "machines are paid for all 730 hours of a month, and the demand goes on all the time as given",
    ];

    public static SizingReport Of(IDemand demand, SizingSettings settings, SizingAnswer answer, string? catalogVersion) => new(
        demand.Description,
        demand.Mean.RequestsPerSecond,
        demand.Mean.InputPerRequest,
        demand.Mean.OutputPerRequest,
        demand.PeakBasis,
        settings.Level.Statistic,
        settings.Level.TtftNs / 1e6,
        settings.Level.TpotNs / 1e6,
        settings.Headroom,
        [Held(settings.Level), .. Model],
        answer.Plan is { } plan ? PlanReport.Of(plan) : null,
        answer.Twice is { } twice ? PlanReport.Of(twice) : null,
        [.. answer.Others.Select(PlanReport.Of)],
        [.. answer.Refused.Select(RefusedReport.Of)],
        answer.Nearest is { } nearest ? RefusedReport.Of(nearest) : null,
        catalogVersion);

    private static string Held(ServiceLevel level) => level switch
    {
        { TtftNs: null, TpotNs: null } => "no latency limit was given: capacity is throughput alone",
        { Percentile: null } => "the mean is held to the limits, not a percentile: half of all requests may be slower (--percentile asks for one, where the samples support it)",
        { Percentile: { } percent } => string.Create(CultureInfo.InvariantCulture, $"the {percent}th percentile of the measured operations is held to the limits"),
    };
}
