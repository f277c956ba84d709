using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Reports;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports;
using InferBench.Reporting.Sources;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench report</c>.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("run") { Description = "A run's folder, its run.json, or a folder of runs; several stand side by side in one report.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out")
        {
            HelpName = "DIR|FILE",
            Description = "Where to write: a folder for everything, or a file that ends in .html, .md or .csv. Default: the run's own folder; of several runs, the folder 'report' here.",
        };
        var speed = new Option<double?>("--min-speed") { HelpName = "TOK/S", Description = "Speed that each user must see for a configuration to be the answer." };
        var loss = new Option<double?>("--max-loss") { HelpName = "PERCENT", Description = "Perplexity that the answer may lose against its reference, in percent; what was not scored is no answer then." };
        var json = new Option<bool>("--json") { Description = "Print the answer, a line for each machine and precision, and the files as JSON." };
        var command = new Command("report", "Writes the reports of stored runs again, or one report over several; measures nothing.") { runs, output, speed, loss, json };
        command.SetAction(parsed =>
        {
            var terms = new AnswerTerms(Checked("--min-speed", parsed.GetValue(speed)), Checked("--max-loss", parsed.GetValue(loss)));
            var sources = RunSources.Read(parsed.GetValue(runs)!, out var leftOut);
            Note(leftOut.Select(path => $"{path} is left out: it is no run"));
            Note(sources.Where(source => source.Altered).Select(source => $"{source.Run.RunId}: its document was changed since it was written; see 'inferbench verify'"));

            var files = ReportTarget.Write(sources, parsed.GetValue(output), terms);
            var outcome = Outcome([.. sources], terms, files);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(outcome, ReportJson.Default.ReportOutcome));
            }
            else
            {
                ReportText.Show(Screen.Create(json: false), outcome);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static ReportOutcome Outcome(IReadOnlyList<RunSource> sources, AnswerTerms terms, IReadOnlyList<string> files)
    {
        List<RunDocument> runs = [.. sources.Select(source => source.Run)];
        return new(
            runs is [var only] ? Answer.Sentence(only, terms) : MachinesAnswer.Sentence(runs, terms),
            [.. runs.Select(run => run.RunId)],
            [.. sources.Where(source => source.Altered).Select(source => source.Run.RunId)],
            MachineLines.Of(runs),
            [.. files.Select(file => Path.GetRelativePath(Environment.CurrentDirectory, file))]);
    }

    private static double? Checked(string option, double? value) =>
        value is null or (>= 0 and < double.PositiveInfinity) ? value : throw new BadInputException($"{option}: give a number, zero or more");

    private static void Note(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Console.Error.WriteLine($"inferbench: note: {PersonalPaths.Hide(note)}");
        }
    }
}
