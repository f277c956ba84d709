using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Terminal;
using InferBench.Cli.Verification;
using InferBench.Core.Verification;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var run = new Argument<string[]>("run") { Description = "A run's folder, or its run.json; several are checked one after another.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON, a document on a line for each run." };
        var command = new Command("verify", "Computes a run's figures again from its raw samples and checks hashes and schema; says what does not hold.") { run, json };
        command.SetAction(parsed =>
        {
            var screen = Screen.Create(json: false);
            var holds = true;
            foreach (var path in parsed.GetValue(run)!)
            {
                var report = RunVerification.Of(path);
                holds &= report.Holds;
                if (parsed.GetValue(json))
                {
                    Console.Out.WriteLine(JsonSerializer.Serialize(report, VerificationJson.Default.VerificationReport));
                }
                else
                {
                    Show(screen, report);
                }
            }

            return holds ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static void Show(Screen screen, VerificationReport report)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture, $"{report.Recomputed} of {report.Cells} cells computed again from {report.Samples} operations, digest {report.Digest[..16]}");
        screen.Line(SafeText.Of($"{report.RunId}: {(report.Holds ? "holds" : "DOES NOT HOLD")} ({what})"));
        foreach (var problem in report.Problems)
        {
            screen.Line("  " + SafeText.Of(problem));
        }

        foreach (var note in report.Notes)
        {
            screen.Line("  note: " + SafeText.Of(note));
        }
    }
}
