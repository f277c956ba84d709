using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Inspection;
using InferBench.Cli.Terminal;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using Spectre.Console;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models list</c>.</summary>
internal static class ModelsListCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "Lists the synthetic open models: the dimensions of known models with seeded random weights.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(LlamaShapes.All.ToDictionary(), InspectionJson.Default.DictionaryStringLlamaShape));
            }
            else
            {
                Show(Screen.Create(json: false));
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void Show(Screen screen)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("model") { NoWrap = true });
        foreach (var name in new[] { "parameters", "layers", "hidden", "heads/kv", "ffn", "vocab", "context", "head" })
        {
            table.AddColumn(new TableColumn(name) { NoWrap = true, Alignment = Justify.Right });
        }

        foreach (var (name, shape) in LlamaShapes.All)
        {
            table.AddRow(
                name,
                Number($"{shape.Parameters / 1e6:#,0.#} M"),
                Number($"{shape.Layers}"),
                Number($"{shape.Hidden:#,0}"),
                Number($"{shape.Heads}/{shape.KvHeads}"),
                Number($"{shape.Ffn:#,0}"),
                Number($"{shape.Vocab:#,0}"),
                Number($"{shape.Context:#,0}"),
                shape.Tied ? "tied" : "untied");
        }

        screen.Console.Write(table);
        screen.Line($"precisions: {string.Join(", ", WeightPrecision.All.Select(precision => precision.Name))}");
        screen.Line("Speed does not depend on what the weights say, so random ones measure it; what they generate has no meaning.");
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
