using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Inspection;
using InferBench.Cli.Terminal;
using InferBench.Models;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models inspect</c>.</summary>
internal static class ModelsInspectCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "An ONNX file, or a folder that holds one." };
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Command("inspect", "Says what a model file is, without loading it: inputs, outputs, operators, weights, content hash.") { path, json };
        command.SetStoppableAction((parsed, cancellation) =>
        {
            var inspection = ModelInspection.Of(ModelFolder.Resolve(parsed.GetValue(path)!), cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(inspection, InspectionJson.Default.ModelInspection));
            }
            else
            {
                ModelInspectionText.Show(Screen.Create(json: false), inspection);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
