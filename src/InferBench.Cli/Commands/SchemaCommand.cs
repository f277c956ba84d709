using System.CommandLine;
using InferBench.Core.Json;
using InferBench.Economics.Catalog;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench schema</c>: prints a published JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var document = new Argument<string>("document") { Description = "plan, run or catalog", HelpName = "plan|run|catalog" }.AcceptOnlyFromAmong("plan", "run", "catalog");
        var command = new Command("schema", "Prints the JSON Schema of a plan file, of run.json or of a catalog file.") { document };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(document) switch
            {
                "plan" => JsonSchemas.Plan,
                "catalog" => CatalogSchema.Text,
                _ => JsonSchemas.Run,
            });
            return ExitCodes.Done;
        });
        return command;
    }
}
