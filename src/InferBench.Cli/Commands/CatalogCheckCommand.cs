using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Catalog;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench catalog check</c>.</summary>
internal static class CatalogCheckCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var options = new CatalogOptions();
        var command = new Command("check", "Holds the catalog's figures, and those of your own file, against each other.") { json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var day = options.Day(parsed, TimeProvider.System);
            var report = CatalogReport.Of(options.Load(parsed, day), day);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, CatalogViewJson.Default.CatalogReport));
            }
            else
            {
                CatalogReportText.Show(Screen.Create(json: false), report);
            }

            return report.Errors == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }
}
