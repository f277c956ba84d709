using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Core.Validity;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Catalog;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Costs;

/// <summary>From a stored run to money: nothing is measured again.</summary>
public static class CostAnalysis
{
    /// <summary>How a bill is divided between input and output.</summary>
    public const string Allocation =
        "input carries the share of the bill that the measured time to the first token has of the whole time, output the rest; times their tokens the two add up to the bill";

    private const double NanosecondsPerSecond = 1e9;

    /// <exception cref="BadInputException">The run has no usable decoder cell, or an offer that was named cannot be used.</exception>
    public static CostReport Of(RunDocument run, CostQuestion question, PriceCatalog catalog)
    {
        RequireWeights(question.Weights, catalog);
        var cells = Cells(run, question);
        if (cells.Count == 0)
        {
            throw new BadInputException(run.Cells.Any(cell => cell.Cell.IsOneShot)
                ? $"{run.RunId}: no decoder cell was measured, and only tokens that are generated are priced here; cells.csv has what items cost"
                : $"{run.RunId}: none of its {run.Cells.Count.ToString(CultureInfo.InvariantCulture)} cells has a usable measurement");
        }

        var best = Best(cells, question);
        var answer = cells[best];
        var ratio = Ratio(question, answer.Times);
        var synthetic = run.Models.FirstOrDefault(model => model.Key == answer.Cell.ModelKey)?.Synthetic ?? false;
        var seconds = answer.Times.SecondsPerOutputTokenWithInput(ratio);
        var (comparisons, offers) = Compare(run, question, catalog, answer, ratio, synthetic);
        return new CostReport(
            run.RunId,
            run.Digest,
            catalog.Version,
            question.AsOf,
            question.Machine.Description,
            question.Machine.Source,
            question.Machine.IsAssumed,
            question.Machine.Range,
            question.Machine.CostAt(answer.Utilization.Share),
            Allocation,
            ratio,
            Math.Abs(ratio - answer.Times.InputPerOutput) < 1e-9 * ratio,
            question.CacheHit,
            cells,
            best,
            answer.MissedTargets.Count == 0,
            synthetic,
            run.Cells.First(cell => cell.Cell.ModelKey == answer.Cell.ModelKey).Quality,
            seconds.Times(question.Machine.CostAt(1).UsdPerHour / Period.SecondsPerHour * 1e6),
            comparisons,
            offers,
            answer.Utilization.Share > 0 ? Tornado.Of(question.Machine, answer.Times, answer.Utilization.Share, ratio) : []);
    }

    private static void RequireWeights(string? weights, PriceCatalog catalog)
    {
        if (weights is not null && !catalog.Api.Any(offer => weights.Equals(offer.Weights, StringComparison.OrdinalIgnoreCase)))
        {
            var known = catalog.Api.Select(offer => offer.Weights).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            throw new BadInputException($"--weights: no offer of the catalog serves '{weights}'; it has {string.Join(", ", known)}");
        }
    }

    private static double Ratio(CostQuestion question, CellTimes times) => question.InputPerOutput ?? question.Utilization.InputPerOutput ?? times.InputPerOutput;

    private static List<CellCost> Cells(RunDocument run, CostQuestion question)
    {
        // Ten thousand cells share a few models.
        var models = run.Models.ToLookup(model => model.Key, StringComparer.Ordinal);
        return
        [
            .. run.Cells
                .Where(cell => !cell.Cell.IsOneShot && cell.IsUsable)
                .GroupBy(cell => cell.Cell with { Launch = 1 })
                .Select(launches => CellOf(models, question, [.. launches]))
                .OfType<CellCost>(),
        ];
    }

    private static CellCost? CellOf(ILookup<string, RunModel> models, CostQuestion question, IReadOnlyList<RunCell> launches)
    {
        if (CellTimes.Of(launches) is not { } times)
        {
            return null;
        }

        var ttft = Over(launches, cell => cell.Metrics!.TtftNs.Mean)!;
        var tpot = Over(launches, cell => cell.Metrics!.PerUserTokensPerSecond?.Inverted(NanosecondsPerSecond));
        var utilization = question.Utilization.Of(times);
        var busyHour = question.Machine.CostAt(utilization.Share).UsdPerBusyHour;
        var density = models[launches[0].Cell.ModelKey].FirstOrDefault()?.TokensPerThousandCharacters ?? launches[0].Quality?.Text?.TokensPerThousandCharacters;
        return new CellCost(
            launches[0].Cell with { Launch = 1 },
            launches.Any(cell => cell.Validity?.Verdict != Verdict.Valid),
            Missed(question, ttft.Value, tpot?.Inverted(NanosecondsPerSecond).Value),
            ttft,
            tpot,
            tpot?.Inverted(NanosecondsPerSecond),
            times.InputShare,
            utilization,
            busyHour is { } usd ? UnitCosts.Of(times, usd, density, question.RequestsPerTask) : null,
            busyHour is { } each ? times.SecondsPerOutputTokenWithInput(Ratio(question, times)).Times(each / Period.SecondsPerHour * 1e6) : null,
            times);
    }

    /// <summary>A figure with its interval; over several launches the one from run to run.</summary>
    private static Estimate? Over(IReadOnlyList<RunCell> launches, Func<RunCell, Estimate?> figure) =>
        launches.Count == 1 ? figure(launches[0])
        : launches.All(cell => figure(cell) is not null) ? Interval.OfMean([.. launches.Select(cell => figure(cell)!.Value)])
        : null;

    private static List<string> Missed(CostQuestion question, double ttftNs, double? perUser)
    {
        var missed = new List<string>();
        if (question.MaxTtftNs is { } most && ttftNs > most)
        {
            missed.Add("TTFT");
        }

        if (question.MinTokensPerSecond is { } least && !(perUser >= least))
        {
            missed.Add("speed");
        }

        return missed;
    }

    /// <summary>
    /// The cheapest of the best kind that there is: valid and fast enough, then valid, then any. Under a given demand every cell that gets by with as many
    /// machines has the same bill, and the one that leaves them idle the longest is taken.
    /// </summary>
    private static int Best(List<CellCost> cells, CostQuestion question) => Enumerable.Range(0, cells.Count)
        .OrderBy(index => cells[index].Suspect)
        .ThenBy(index => cells[index].MissedTargets.Count > 0)
        .ThenBy(index => cells[index].Utilization.Machines)
        .ThenBy(index => cells[index].Times.SecondsPerOutputTokenWithInput(Ratio(question, cells[index].Times)).Value)
        .First();

    private static (IReadOnlyList<ApiComparison> Comparisons, int Offers) Compare(
        RunDocument run, CostQuestion question, PriceCatalog catalog, CellCost answer, double ratio, bool synthetic)
    {
        var prompt = answer.Cell.PromptTokens!.Value;
        var compare = new ApiComparisons(catalog, question.AsOf, ratio, question.CacheHit);
        bool Same(ApiOffer offer) => !synthetic && OpenWeights.Same(offer, answer.Cell.Model, question.Weights);

        var all = OfferChoice.InForce(catalog, question.AsOf, prompt);
        var offers = question.Against switch
        {
            null => OfferChoice.Spread(all, compare.Cost, Same, compare.IsDoubtful),
            { Count: 0 } => all,
            var names => OfferChoice.Named(catalog, names, question.AsOf, prompt),
        };
        IReadOnlyList<Caveat> known =
        [
            .. synthetic ? [Caveat.RandomWeights] : Array.Empty<Caveat>(),
            .. answer.MissedTargets.Count > 0 ? [Caveat.TargetMissed] : Array.Empty<Caveat>(),
            .. answer.Suspect ? [Caveat.SuspectCell] : Array.Empty<Caveat>(),
            .. Math.Abs(ratio - answer.Times.InputPerOutput) >= 1e-9 * ratio ? [Caveat.UnmeasuredRatio] : Array.Empty<Caveat>(),
        ];
        return (compare.Of(offers, question.Machine, answer.Times.SecondsPerOutputTokenWithInput(ratio), answer.OutputWithInput, Same, known), all.Count);
    }
}
