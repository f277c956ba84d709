using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Costs;
using InferBench.Cli.Terminal;
using InferBench.Core.Runs;
using InferBench.Economics.Costs;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench cost</c>: what a stored run's tokens cost, and where that stands against APIs.</summary>
internal static class CostCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "A run's folder, or its run.json." };
        var options = new CostOptions();
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var strict = new Option<bool>("--strict") { Description = "Exit with code 3 where the answer rests on a suspect cell or misses a target." };
        var command = new Command("cost", "Says what a stored run's tokens cost at a price and a load, and from which load on that is cheaper than an API.") { run };
        options.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(strict);
        command.SetAction(parsed =>
        {
            var document = RunDocumentReader.Read(parsed.GetValue(run)!);
            var (question, catalog) = options.Read(parsed, document, TimeProvider.System);
            var report = CostAnalysis.Of(document, question, catalog);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, CostJson.Default.CostReport));
            }
            else
            {
                CostText.Show(Screen.Create(json: false), document, report);
            }

            return parsed.GetValue(strict) && !report.IsSound ? ExitCodes.NotValid : ExitCodes.Done;
        });
        return command;
    }
}
