using System.CommandLine;
using InferBench.Cli.Comparing;
using InferBench.Cli.Terminal;
using InferBench.Core.Comparison;
using InferBench.Core.Errors;
using InferBench.Reporting.Comparison;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench compare</c>: runs, machines, precisions or models side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run") { Description = "Runs' folders, or their run.json. The first is the base, the others are held against it.", Arity = ArgumentArity.OneOrMore };
        var by = OptionValues.Text("--by", "WHAT", "What sets the sides apart: run, machine (providers and threads may differ), precision or model (within each run). Default run.");
        var threshold = OptionValues.Text("--threshold", "PERCENT", "Differences up to this are of no interest. Default 2%.");
        var maxRegression = OptionValues.Text("--max-regression", "PERCENT", "Exit with code 1 where a cell got worse by more than this and not by chance, or no longer runs.");
        var runSpread = OptionValues.Text("--run-spread", "PERCENT", "Run-to-run standard deviation of the machine, where it is known. Default: what launches show, else 5%, and three times the standard error within the launch.");
        var unverified = new Option<bool>("--unverified") { Description = "Take runs as they are, also where their hashes and figures do not hold." };
        var strict = new Option<bool>("--strict") { Description = "Exit with code 3 where a compared cell is suspect." };
        var output = OptionValues.Text("--out", "FOLDER", "Write comparison.md, comparison.json and the chart ratios.svg there.");
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON." };
        var command = new Command("compare", "Compares runs cell by cell: ratios with intervals from run to run, what is a difference and what is not, and what else differs.")
        {
            runs, by, threshold, maxRegression, runSpread, unverified, strict, output, json,
        };
        command.SetAction(parsed =>
        {
            var settings = new ComparisonSettings(
                Axis(parsed.GetValue(by)),
                Percentage.Of(parsed.GetValue(threshold), threshold.Name) ?? ComparisonSettings.DefaultThreshold,
                Percentage.Of(parsed.GetValue(runSpread), runSpread.Name));
            var most = Percentage.Of(parsed.GetValue(maxRegression), maxRegression.Name);
            var comparison = RunComparer.Compare([.. parsed.GetValue(runs)!.Select(run => VerifiedRun.Read(run, parsed.GetValue(unverified)))], settings);
            ComparisonView.Show(comparison, parsed.GetValue(json));
            if (parsed.GetValue(output) is { } folder)
            {
                var written = ComparisonWriter.Write(comparison, folder);
                Screen.Create(parsed.GetValue(json)).Line($"written: {string.Join(", ", written.Select(file => Path.GetRelativePath(Environment.CurrentDirectory, file)))}");
            }

            return ComparisonView.ExitCode(comparison, most, parsed.GetValue(strict));
        });
        return command;
    }

    private static ComparisonAxis Axis(string? text) => text switch
    {
        null or "run" => ComparisonAxis.Run,
        "machine" => ComparisonAxis.Machine,
        "precision" => ComparisonAxis.Precision,
        "model" => ComparisonAxis.Model,
        _ => throw new BadInputException($"--by: '{text}' is not known; use run, machine, precision or model"),
    };
}
