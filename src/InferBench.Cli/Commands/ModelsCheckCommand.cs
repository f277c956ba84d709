using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Supervision;
using InferBench.Cli.Checking;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Runtime.Execution;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models check</c>.</summary>
internal static class ModelsCheckCommand
{
    private const int LongestTimeout = 86_400;

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "An ONNX file, or a folder that holds one." };
        var reference = new Option<string>("--reference")
        {
            HelpName = "FILE",
            Description = "Inputs and outputs that another client measured (JSON); without it the model's test_data_set_N folders count, or made-up inputs.",
        };
        var inputs = new Option<string[]>("--input")
        {
            HelpName = "NAME=SHAPE:FILL",
            Description = "A made-up input: image=1x3x224x224:dg1, sr=:const,v=16000. Fills: dg1, zeros, ones, const, arange.",
            AllowMultipleArgumentsPerToken = true,
        };
        var dims = new Option<string[]>("--dim")
        {
            HelpName = "NAME=NUMBER",
            Description = "The size of an open dimension of made-up inputs, such as sequence_length=128.",
            AllowMultipleArgumentsPerToken = true,
        };
        var provider = new Option<string>("--provider")
        {
            HelpName = "NAME",
            Description = "Execution provider.",
            DefaultValueFactory = _ => ExecutionProviders.Cpu,
        };
        var timeout = new Option<int>("--timeout")
        {
            HelpName = "S",
            Description = "Seconds after which a model that has not ended is stopped. Default 600.",
            DefaultValueFactory = _ => 600,
        };
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };

        // The same command in the process that a crash may take down: prints the report on one line, and nothing else.
        var here = new Option<bool>("--in-this-process") { Hidden = true };
        var command = new Command(
            "check",
            "Runs any model once and compares what it returns with a reference or with its own test data. Exit code 0: agrees, 1: differs, 2: cannot be run.")
        {
            path, reference, inputs, dims, provider, timeout, json, here,
        };
        command.SetStoppableAction(async (parsed, cancellation) =>
        {
            var request = new CheckRequest(
                parsed.GetValue(path)!, parsed.GetValue(provider)!, parsed.GetValue(reference), parsed.GetValue(inputs), parsed.GetValue(dims));
            if (parsed.GetValue(here))
            {
                var found = ModelCheck.Run(request);
                Console.Out.WriteLine(JsonSerializer.Serialize(found, CheckJson.Default.CheckReport));
                return Code(found);
            }

            var child = ChildProcesses.OfThisProgram(request.Path, ArgumentsOf(request), CheckJson.Default.CheckReport, Limit(parsed.GetValue(timeout)));
            var report = await child.RunAsync(cancellation).ConfigureAwait(false);
            Show(report, parsed.GetValue(json));
            return Code(report);
        });
        return command;
    }

    private static void Show(CheckReport report, bool json)
    {
        if (json)
        {
            var indented = new CheckJson(new JsonSerializerOptions(CheckJson.Default.Options) { WriteIndented = true });
            Console.Out.WriteLine(JsonSerializer.Serialize(report, indented.CheckReport));
            return;
        }

        var screen = Screen.Create(json: false);
        screen.Line(CheckText.Summary(report));
        foreach (var line in CheckText.Details(report))
        {
            screen.Line(line);
        }
    }

    private static List<string> ArgumentsOf(CheckRequest request)
    {
        List<string> arguments = ["models", "check", "--in-this-process", "--provider", request.Provider];
        arguments.AddRange(request.Reference is { } reference ? ["--reference", reference] : []);
        arguments.AddRange((request.Inputs ?? []).SelectMany(input => new[] { "--input", input }));
        arguments.AddRange((request.Dims ?? []).SelectMany(dim => new[] { "--dim", dim }));

        // After the two dashes a path that begins with one is still a path.
        arguments.AddRange(["--", request.Path]);
        return arguments;
    }

    private static TimeSpan Limit(int seconds) => seconds is >= 1 and <= LongestTimeout
        ? TimeSpan.FromSeconds(seconds)
        : throw new BadInputException($"--timeout: a number of seconds from 1 to {LongestTimeout} is needed");

    private static int Code(CheckReport report) => report.Agrees ? ExitCodes.Done : ExitCodes.Failed;
}
