using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Catalog;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench catalog list</c>.</summary>
internal static class CatalogListCommand
{
    public static Command Create()
    {
        var kind = new Argument<string?>("kind")
        {
            HelpName = string.Join('|', CatalogLists.Kinds),
            Description = "What to list; without it, what there is.",
            Arity = ArgumentArity.ZeroOrOne,
        }.AcceptOnlyFromAmong([.. CatalogLists.Kinds]);
        var provider = new Option<string>("--provider") { HelpName = "NAME", Description = "Only offers of this provider." };
        var json = new Option<bool>("--json") { Description = "Print the entries as JSON, every fact with its source." };
        var options = new CatalogOptions();
        var command = new Command("list", "Lists devices or the prices that hold on a day.") { kind, provider, json };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var day = options.Day(parsed, TimeProvider.System);
            var catalog = options.Load(parsed, day);
            var listed = CatalogLists.Of(catalog, parsed.GetValue(kind), parsed.GetValue(provider), day);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(CatalogView.Of(catalog, day, listed.Entries), CatalogViewJson.Default.CatalogView));
            }
            else
            {
                listed.Show(Screen.Create(json: false));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
