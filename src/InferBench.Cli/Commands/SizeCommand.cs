using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Loads;
using InferBench.Cli.Sizing;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Economics.Sizing;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench size</c>: how many machines a demand takes.</summary>
internal static class SizeCommand
{
    private const double DefaultWindowSeconds = 10;
    private const double Most = 1e12;

    public static Command Create()
    {
        var results = new Option<string[]>("--results") { HelpName = "RUN", Description = "Runs to choose from, one machine each: folders or their run.json.", Required = true, AllowMultipleArgumentsPerToken = true };
        var demand = OptionValues.Text("--demand", "FILE", "Trace of requests: a CSV file with the header timestamp,input_tokens,output_tokens; seconds or ISO 8601, in order of time.");
        var users = OptionValues.Text("--users", "N", "Users at once, instead of a trace; they ask at random.");
        var tokens = OptionValues.Text("--tokens-per-user", "IN,OUT", "Tokens of prompts and of answers of each user in an hour, such as 1500,700.");
        var requests = OptionValues.Text("--requests-per-user-hour", "N", "Requests of each user in an hour.");
        var slo = OptionValues.Text("--slo", "LIMITS", "Latency limits, such as 'ttft<2s,tpot<50ms'. Without it capacity is throughput alone.");
        var percentile = OptionValues.Text("--percentile", "N", "Percentile that is held to the limits: 50, 90, 95 or 99. Cells whose samples cannot support it do not answer. Default: the mean.");
        var headroom = OptionValues.Text("--headroom", "SHARE", "Share of each machine that the peak leaves free. Default 0.2.");
        var spare = OptionValues.Text("--spare", "N", "Machines beyond those that the peak needs; 1 is N+1. Default 1.");
        var window = OptionValues.Text("--window", "TIME", "Length of the windows whose 99th percentile is the peak: 10s, 1m. Default 10s.");
        var model = OptionValues.Text("--model", "NAME", "Which model of the runs, where there are several.", "-m");
        var precision = OptionValues.Text("--precision", "LIST", "Only these weight formats; int4 is every one of 4 bits. Cheaper formats may answer worse: see quality.");
        var price = OptionValues.Text("--usd-per-hour", "LIST", "What an hour of each run's machine costs, in the order of --results. Default: as in the run, or the catalog's for its GPU.");
        var suspect = new Option<bool>("--allow-suspect") { Description = "Let cells answer whose validity is in doubt; they are marked." };
        var shapes = new Option<bool>("--allow-other-shapes") { Description = "Let cells answer that were measured at other lengths of prompt and answer." };
        var catalog = OptionValues.Text("--catalog", "FILE", "Catalog entries of your own, over the built-in ones.");
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var command = new Command("size", "Sizes a purchase from measured runs: which machine, precision and batch, how many of them, what they cost a month, and what binds.")
        {
            results, demand, users, tokens, requests, slo, percentile, headroom, spare, window, model, precision, price, suspect, shapes, catalog, json,
        };
        command.SetAction(parsed =>
        {
            var level = ServiceLevelText.Parse(parsed.GetValue(slo), Percentile(parsed, percentile));
            var settings = new SizingSettings(
                level,
                OptionValues.Number(parsed, headroom, 0, 0.95) ?? SizingSettings.DefaultHeadroom,
                (int)(OptionValues.Whole(parsed, spare, 0, 1_000_000) ?? 1),
                parsed.GetValue(suspect),
                parsed.GetValue(shapes));
            var report = SizeAnswers.Answer(
                new SizeRequest(
                    parsed.GetValue(results)!,
                    parsed.GetValue(demand),
                    OptionValues.Number(parsed, users, 1, Most),
                    Pair(parsed, tokens),
                    OptionValues.Number(parsed, requests, 0.001, 1e6),
                    Window(parsed, window),
                    settings,
                    parsed.GetValue(model),
                    parsed.GetValue(precision)?.Split(',', StringSplitOptions.TrimEntries),
                    List(parsed, price),
                    parsed.GetValue(catalog)),
                OptionValues.Today(TimeProvider.System));
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, SizingJson.Default.SizingReport));
            }
            else
            {
                SizingText.Show(Screen.Create(json: false), report);
            }

            return report.Plan is null ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }

    private static int? Percentile(ParseResult parsed, Option<string> option) =>
        OptionValues.Whole(parsed, option, 1, 99) is not { } asked ? null
        : ServiceLevel.Percentiles.Contains((int)asked) ? (int)asked
        : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: {asked} is not kept in a run; use {string.Join(", ", ServiceLevel.Percentiles)}"));

    private static double Window(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is not { } text ? DefaultWindowSeconds
        : DurationText.ParseNs(option.Name, text) is > 0 and var ns ? ns / 1e9
        : throw new BadInputException($"{option.Name}: must be above zero");

    private static (double Input, double Output)? Pair(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is not { } text ? null
        : Numbers(text) is [var input, var output] ? (input, output)
        : throw new BadInputException($"{option.Name}: '{text}' is not two numbers of tokens an hour, such as 1500,700");

    private static List<double>? List(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is not { } text ? null
        : Numbers(text) ?? throw new BadInputException($"{option.Name}: '{text}' is not a price, or prices with commas between them, such as 0.10 or 0.10,3.99");

    /// <returns>Null where one of them is no number, below zero or too large.</returns>
    private static List<double>? Numbers(string text)
    {
        var numbers = new List<double>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > Most)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
