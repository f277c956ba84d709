using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Catalog;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench catalog show</c>.</summary>
internal static class CatalogShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "An entry's identity, a device's name, provider/model, or 'rejected' for figures in circulation that are not used." };
        var json = new Option<bool>("--json") { Description = "Print it as JSON." };
        var options = new CatalogOptions();
        var command = new Command("show", "Shows an entry with every fact, its source, date and confidence.") { id, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var day = options.Day(parsed, TimeProvider.System);
            var shown = CatalogDetails.Of(options.Load(parsed, day), parsed.GetValue(id)!, day);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(shown, CatalogViewJson.Default.CatalogView));
            }
            else
            {
                CatalogDetails.Show(Screen.Create(json: false), shown);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
