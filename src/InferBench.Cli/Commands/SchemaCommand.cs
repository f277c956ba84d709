using System.CommandLine;
using InferBench.Core.Json;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench schema</c>: prints a published JSON Schema.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var document = new Argument<string>("document") { Description = "plan or run", HelpName = "plan|run" }.AcceptOnlyFromAmong("plan", "run");
        var command = new Command("schema", "Prints the JSON Schema of a plan file or of run.json.") { document };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(document) == "plan" ? JsonSchemas.Plan : JsonSchemas.Run);
            return ExitCodes.Done;
        });
        return command;
    }
}
