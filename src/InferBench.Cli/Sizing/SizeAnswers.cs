using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Demand;
using InferBench.Economics.Sizing;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Sizing;

/// <summary>From what was typed to a sized fleet.</summary>
internal static class SizeAnswers
{
    /// <exception cref="BadInputException">Something that was given cannot be used.</exception>
    public static SizingReport Answer(SizeRequest asked, DateOnly today)
    {
        var demand = Demand(asked);
        var runs = asked.Runs.Select(RunDocumentReader.Read).ToList();
        if (asked.UsdPerHour is { } prices && prices.Count != runs.Count)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"--usd-per-hour: has {prices.Count} prices for {runs.Count} runs; give one for each, in the order of --results, comma between them"));
        }

        // Most runs carry a price of their own: then the catalog is not read at all.
        var catalog = asked.Catalog is not null || (asked.UsdPerHour is null && runs.Exists(NeedsPrice)) ? PriceCatalog.Load(asked.Catalog, today) : null;
        var cells = runs.SelectMany((run, i) => MachineCells.Of(run, RunWords.Machine(run), Price(run, asked.UsdPerHour?[i], catalog, today))).ToList();
        var chosen = Chosen(cells, asked);
        return SizingReport.Of(demand, asked.Settings, FleetSizer.Answer(chosen, demand, asked.Settings), catalog?.Version);
    }

    private static IDemand Demand(SizeRequest asked)
    {
        if (asked.Trace is { } trace)
        {
            return asked.Users is null && asked.TokensPerUserHour is null && asked.RequestsPerUserHour is null
                ? new TraceDemand(Path.GetFileName(trace), TraceReader.Read(trace), asked.WindowSeconds)
                : throw new BadInputException("--demand: a trace says what is asked for; leave --users, --tokens-per-user and --requests-per-user-hour out");
        }

        if (asked is not { Users: { } users, TokensPerUserHour: { } tokens, RequestsPerUserHour: { } requests })
        {
            throw new BadInputException("--demand: what is to be served is missing; give a trace with --demand, or --users with --tokens-per-user and --requests-per-user-hour");
        }

        return tokens.Output >= requests && tokens.Input >= requests
            ? new UserDemand(users, requests, tokens.Input, tokens.Output, asked.WindowSeconds)
            : throw new BadInputException("--tokens-per-user: a request has at least one token in and one out; give at least as many an hour as --requests-per-user-hour");
    }

    /// <summary>What was given on the command line; else, where the run's own price was only assumed, the catalog's default for its GPU; else the run's own.</summary>
    private static HourlyPrice Price(RunDocument run, double? given, PriceCatalog? catalog, DateOnly today)
    {
        if (given is { } usd)
        {
            return new HourlyPrice(usd, "given with --usd-per-hour", today, Assumed: false);
        }

        return catalog is not null && NeedsPrice(run) && catalog.FindHardware(run.Environment.Gpus[0].Name) is { } device
            && catalog.DefaultQuote(device.Id, today) is { } quote
            ? new HourlyPrice(quote.UsdPerGpuHour, $"{quote.Offer.Id} in the catalog ({catalog.Cite(quote.Price)})", quote.Price.AsOf.Earliest, Assumed: true)
            : run.Price;
    }

    private static bool NeedsPrice(RunDocument run) => run.Price.Assumed && run.Environment.Gpus.Count > 0 && run.Cells.Any(cell => cell.Cell.Provider != "cpu");

    private static List<MachineCell> Chosen(List<MachineCell> cells, SizeRequest asked)
    {
        if (cells.Count == 0)
        {
            throw new BadInputException("--results: has no measured decoder cell to size machines by");
        }

        var models = cells.Select(cell => cell.Cell.Model).Distinct(StringComparer.Ordinal).ToList();
        var model = asked.Model ?? (models is [var only] ? only : throw new BadInputException($"--model: the runs have several models, which do not do the same; choose one of {string.Join(", ", models)}"));
        var ofModel = cells.Where(cell => cell.Cell.Model == model).ToList();
        if (ofModel.Count == 0)
        {
            throw new BadInputException($"--model: '{model}' was not measured; there is {string.Join(", ", models)}");
        }

        var formats = ofModel.Select(cell => cell.Cell.Precision).Distinct(StringComparer.Ordinal).ToList();
        var unknown = (asked.Precisions ?? []).Where(name => !formats.Exists(format => Is(format, name))).ToList();
        return unknown.Count == 0
            ? [.. ofModel.Where(cell => asked.Precisions is null || asked.Precisions.Any(name => Is(cell.Cell.Precision, name)))]
            : throw new BadInputException($"--precision: '{unknown[0]}' was not measured; there is {string.Join(", ", formats)}");
    }

    /// <summary>int4 is every format of 4 bits.</summary>
    private static bool Is(string format, string name) => format == name || format.StartsWith($"{name}-", StringComparison.Ordinal);
}
