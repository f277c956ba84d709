using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Claims;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Claims;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench claim</c>: public claims about cost, recomputed with the arithmetic shown.</summary>
internal static class ClaimCommand
{
    private const string All = "all";

    public static Command Create()
    {
        var name = new Argument<string?>("name")
        {
            Description = "A claim's name, or all; without it, the claims that there are.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var usd = Number("--usd-per-gpu-hour", "USD", "What an hour of the claim's GPU costs; with --results, of the machine. Default: the catalog's or the run's.");
        var utilization = Number("--utilization", "F", "Share of the time in which the machine works, such as 0.4. Default: the catalog's mean of GPU clusters.", "-u");
        var ratio = Number("--input-output-ratio", "R", "Input tokens for each output token. Default 1, or as measured with --results; rates are published for 1 and 8.");
        var results = new Option<string>("--results") { HelpName = "RUN", Description = "A run's folder: its best measured rate takes the place of published ones." };
        var json = new Option<bool>("--json") { Description = "Print it as JSON." };
        var prices = new CatalogOptions();
        var command = new Command("claim", "Recomputes public claims about cost: holds, does not hold or cannot be decided, and what would turn it.") { name, usd, utilization, ratio, results, json };
        prices.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } asked)
            {
                List(parsed.GetValue(json));
                return ExitCodes.Done;
            }

            var claims = Claims(asked);
            var day = prices.Day(parsed, TimeProvider.System);
            var catalog = prices.Load(parsed, day);
            var measured = OptionValues.Given(parsed, results) is { } run ? Measured(run) : null;
            var inputs = new ClaimInputs(
                catalog,
                day,
                OptionValues.Number(parsed, usd, 0.0001, 1e6),
                OptionValues.Number(parsed, utilization, 0.0001, 1),
                OptionValues.Number(parsed, ratio, 0, 1e5) ?? measured?.InputPerOutput ?? 1,
                measured);
            var report = new ClaimReport(catalog.Version, day, [.. claims.Select(claim => claim.Recompute(inputs))]);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, ClaimJson.Default.ClaimReport));
            }
            else
            {
                ClaimText.Show(Screen.Create(json: false), report);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static IReadOnlyList<IClaim> Claims(string name) => name.Equals(All, StringComparison.OrdinalIgnoreCase)
        ? PublicClaims.All
        : PublicClaims.Find(name) is { } claim
            ? [claim]
            : throw new BadInputException($"'{name}' is no claim that is known here; use {string.Join(", ", PublicClaims.All.Select(known => known.Name))} or {All}");

    private static MeasuredRate Measured(string run) => MeasuredRate.Best(RunDocumentReader.Read(run))
        ?? throw new BadInputException($"--results: {run} has no valid cell of a generating model, so it has no measured rate");

    private static void List(bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize([.. PublicClaims.All.Select(claim => new ClaimName(claim.Name, claim.Statement))], ClaimJson.Default.IReadOnlyListClaimName));
            return;
        }

        var screen = Screen.Create(json: false);
        foreach (var claim in PublicClaims.All)
        {
            screen.Line($"{claim.Name,-28} {claim.Statement}");
        }
    }

    private static Option<string> Number(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description };
}
