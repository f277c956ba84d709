using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Running;
using InferBench.Cli.Terminal;
using InferBench.Cli.Verification;
using InferBench.Core.Errors;
using InferBench.Core.Json;
using InferBench.Core.Runs;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench reprice</c>: a stored run under another price, as results of their own.</summary>
internal static class RepriceCommand
{
    private const double MostUsd = 1e6;

    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "A run's folder, with its journal." };
        var usd = new Option<string>("--usd-per-hour") { HelpName = "USD", Description = "What an hour of the measured machine costs.", Required = true };
        var source = OptionValues.Text("--price-source", "TEXT", "Where that price comes from.");
        var asOf = OptionValues.Text("--as-of", "DAY", "Day for which it holds, such as 2026-11-20. Default today.");
        var target = new Option<string>("--out") { HelpName = "FOLDER", Description = "Folder to make for the results.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the new run document on standard output; everything else goes to standard error." };
        var command = new Command("reprice", "Writes a stored run's results again under another price; nothing is measured, and the run that was is named.") { run, usd, source, asOf, target, json };
        command.SetAction(parsed =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var price = new HourlyPrice(
                OptionValues.Number(parsed, usd, 0, MostUsd)!.Value,
                OptionValues.Given(parsed, source) ?? $"given with {usd.Name}",
                OptionValues.Day(parsed, asOf) ?? DateOnly.FromDateTime(now.UtcDateTime),
                Assumed: false);
            var path = parsed.GetValue(run)!;
            var verified = RunVerification.Of(path);
            if (!verified.Holds)
            {
                throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture, $"{path}: does not hold, and what does not is not priced again: {verified.Problems[0]}; 'inferbench verify' says all of it"));
            }

            var folder = RunReprice.Create(path, verified.Digest, price, now, parsed.GetValue(target)!);
            RunResults.Show(Screen.Create(parsed.GetValue(json)), folder, RunResults.Write(folder), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }
}
