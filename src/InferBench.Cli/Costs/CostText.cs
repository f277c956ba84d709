using InferBench.Cli.Terminal;
using InferBench.Core.Runs;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Costs;

/// <summary>A cost report for a person: the answer, what an hour costs, every cell, the APIs, what matters, and what all of it rests on.</summary>
internal static class CostText
{
    public static void Show(Screen screen, RunDocument run, CostReport report)
    {
        foreach (var line in Lines(run, report))
        {
            screen.Line(line);
        }
    }

    internal static IEnumerable<string> Lines(RunDocument run, CostReport report) =>
    [
        CostPhrases.Answer(report),
        .. Details(report),
        "",
        .. Hour(run, report),
        "",
        .. Cells(report),
        "",
        .. Apis(report),
        "",
        .. Sensitivity(report),
        "",
        .. Basis(report),
    ];

    private static IEnumerable<string> Details(CostReport report)
    {
        var answer = report.Answer;
        if (answer.Costs is { } costs)
        {
            yield return $"  input {Figures.Usd(costs.InputPerMillion.Value)} and output {Figures.Usd(costs.OutputPerMillion.Value)} per million tokens; {Figures.Usd(costs.Request.Value)} a request"
                + $"{(costs.Task is { } task ? $"; {Figures.Usd(task.Value)} a task" : "")}; {Figures.Number(answer.PerUserTokensPerSecond?.Value)} tok/s per user; TTFT {Figures.Milliseconds(answer.TtftNs.Value)} ms";
        }

        yield return $"  never below {Figures.Usd(report.FullLoad.Value)} per million output tokens with their input: that is this machine always busy";
        if (QualityPhrases.Short(report.Quality) is { Length: > 0 } quality)
        {
            yield return $"  quality: {quality}";
        }
    }

    private static IEnumerable<string> Hour(RunDocument run, CostReport report)
    {
        var hour = report.Hour;
        var assumed = report.MachinePriceAssumed ? ", ASSUMED" : "";
        yield return $"An hour costs {Figures.Usd(hour.UsdPerHour)}{assumed}: {Figures.Usd(hour.FixedUsdPerHour)} whether busy or not, {Figures.Usd(hour.MarginalUsdPerHour)} for the work. {RunWords.Machine(run)}.";
        foreach (var line in TextColumns.Lines(["component", " $/hour", "basis"], [.. hour.Components.Select(one => (IReadOnlyList<string>)[one.Name, Figures.Usd(one.UsdPerHour), one.Basis])]).Skip(1))
        {
            yield return "  " + line;
        }
    }

    private static IEnumerable<string> Cells(CostReport report)
    {
        var answer = report.Answer.Cell;
        var tasks = report.Cells.Any(cell => cell.Costs?.Task is not null);
        var characters = report.Cells.Any(cell => cell.Costs?.ThousandCharacters is not null);
        string[] heads =
        [
            "cell", " tok/s/user", " TTFT ms", " input share", " $/M in", " $/M out", " $/M both", " $/request",
            .. characters ? [" $/1k chars out"] : Array.Empty<string>(), .. tasks ? [" $/task"] : Array.Empty<string>(), "standing",
        ];
        yield return $"Cells at {(report.Cells.Select(cell => cell.Utilization.Share).Distinct().Count() == 1 ? CostPhrases.Load(report) : "the load that the demand gives each")}:";
        foreach (var line in TextColumns.Lines(heads, [.. report.Cells.Select(cell => Row(cell, cell.Cell == answer, characters, tasks))]))
        {
            yield return "  " + line;
        }

        if (!characters)
        {
            yield return $"  $/1,000 characters: {Figures.Missing}, the run does not say how many tokens its tokenizer makes of them (--prompt-text)";
        }
    }

    private static IReadOnlyList<string> Row(CellCost cell, bool answer, bool characters, bool tasks) =>
    [
        CostPhrases.Configuration(cell.Cell),
        Figures.Number(cell.PerUserTokensPerSecond?.Value),
        Figures.Milliseconds(cell.TtftNs.Value),
        Figures.Percent(cell.InputShare),
        Figures.Usd(cell.Costs?.InputPerMillion.Value),
        Figures.Usd(cell.Costs?.OutputPerMillion.Value),
        Figures.Usd(cell.Costs?.TokensPerMillion.Value),
        Figures.Usd(cell.Costs?.Request.Value),
        .. characters ? [Figures.Usd(cell.Costs?.ThousandCharacters?.Value)] : Array.Empty<string>(),
        .. tasks ? [Figures.Usd(cell.Costs?.Task?.Value)] : Array.Empty<string>(),
        string.Join(", ", ((string[])[answer ? "the answer" : "", cell.Suspect ? "suspect" : "", .. cell.MissedTargets.Select(target => $"misses {target}")]).Where(word => word.Length > 0)),
    ];

    private static IEnumerable<string> Apis(CostReport report)
    {
        if (report.Comparisons.Count == 0)
        {
            yield return "No API offer of the catalog is in force on that day for prompts of this length.";
            yield break;
        }

        var common = report.Comparisons.Select(one => one.Caveats.AsEnumerable()).Aggregate((one, other) => one.Intersect(other)).ToList();
        yield return $"Against {Figures.Whole(report.Comparisons.Count)} of {Figures.Whole(report.OffersInForce)} API offers, for {Figures.Number(report.InputPerOutput)} input tokens to each output token, {Figures.Percent(report.CacheHit)} of them cached by the API:";
        foreach (var caveat in common)
        {
            yield return $"  every row: {CaveatWords.Explain(caveat)}";
        }

        string[] heads = ["API offer", " in $/M", " out $/M", " out with input", "you are", " break-even load", " break-even tok/month", "price seen", "caveats"];
        foreach (var line in TextColumns.Lines(heads, [.. report.Comparisons.Select(one => Row(one, common))]))
        {
            yield return "  " + line;
        }

        yield return $"  One machine makes {CostPhrases.Millions(report.Comparisons[0].Crossing.Capacity)} output tokens a month at most. Break-even: the share of that, and the tokens of both kinds, from which on it is cheaper.";
        foreach (var line in Prices(report).Concat(Steps(report)))
        {
            yield return "  " + line;
        }

        foreach (var caveat in report.Comparisons.SelectMany(one => one.Caveats).Distinct().Except(common).Order())
        {
            yield return $"  {CaveatWords.Short(caveat)}: {CaveatWords.Explain(caveat)}";
        }
    }

    /// <summary>What else the machine's price may be moves every break-even alike, so it is said once.</summary>
    private static IEnumerable<string> Prices(CostReport report) => report.MachinePriceRange is { } range
        ? [$"The machine's price may be × {Figures.Number(range.LowFactor)} to × {Figures.Number(range.HighFactor)} ({SafeText.Of(range.Origin)}); the break-even load moves with it and is in no interval."]
        : [];

    /// <summary>Where the second machine is dearer again than the API.</summary>
    private static IEnumerable<string> Steps(CostReport report) => report.Comparisons
        .Where(one => one.AlwaysCheaperFromMachines > 2)
        .Select(one => $"{SafeText.Of(one.Offer)}: each further machine is dearer again until it is busy enough, up to machine {Figures.Whole(one.AlwaysCheaperFromMachines!.Value)}.");

    private static IReadOnlyList<string> Row(ApiComparison one, IReadOnlyCollection<Caveat> common) =>
    [
        one.Offer + (one.SameWeights ? " (same weights)" : ""),
        Figures.Price(one.Price.Input),
        Figures.Price(one.Price.Output),
        Figures.Usd(one.OutputWithInput),
        CostPhrases.Standing(one),
        CostPhrases.BreakEven(one.Crossing),
        one.Crossing.Never ? Figures.Missing : CostPhrases.Millions(one.Crossing.TokensPerMonth?.Value),
        one.PriceSeen,
        string.Join(", ", one.Caveats.Except(common).Select(CaveatWords.Short)),
    ];

    private static IEnumerable<string> Sensitivity(CostReport report)
    {
        if (report.Sensitivity.Count == 0)
        {
            yield break;
        }

        yield return "What moves the answer's cost most, $ per million output tokens with their input, one input at a time:";
        foreach (var line in TextColumns.Lines(
            ["input", " from", " $", " to", " $", "bounds"],
            [.. report.Sensitivity.Select(bar => (IReadOnlyList<string>)[bar.Input, bar.Low, Figures.Usd(bar.UsdAtLow), bar.High, Figures.Usd(bar.UsdAtHigh), bar.Bounds])]))
        {
            yield return "  " + line;
        }
    }

    private static IEnumerable<string> Basis(CostReport report)
    {
        yield return $"price of the machine: {SafeText.Of(report.MachineSource)}";
        yield return $"utilization: {report.Answer.Utilization.Origin}";
        yield return $"allocation: {report.Allocation}";
        yield return "latency: one batch after another, without queueing; cache hits lower an API's bill only, as the run was measured without them";
        yield return $"prices of {Figures.Date(report.AsOf)}, catalog {report.CatalogVersion}; intervals are the measurement's, price ranges are not in them";
    }
}
