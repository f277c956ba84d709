using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Ceilings;
using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;
using InferBench.Core.Ceilings;
using InferBench.Core.Json;
using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench ceilings</c>: what this machine can do at most.</summary>
internal static class CeilingsCommand
{
    public static Command Create()
    {
        var provider = OptionValues.Text("--provider", "NAME", "Execution provider. Default cpu.");
        var threads = OptionValues.Text("--threads", "N", "Threads. Default: one for each core.", "-t");
        var seconds = OptionValues.Text("--seconds", "S", "Seconds of measuring, all ceilings together. Default 6.");
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };

        // The same command in the process that a crash may take down: prints the figures on one line, and nothing else.
        var here = new Option<bool>(CeilingsProcess.Here) { Hidden = true };
        var command = new Command("ceilings", "Measures what this machine can do at most: memory bandwidth and matrix products in each precision.")
        {
            provider, threads, seconds, json, here,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new CeilingRequest(
                parsed.GetValue(provider) ?? ExecutionProviders.Cpu,
                (int)(OptionValues.Number(parsed, threads, 1, 4096) ?? Environment.ProcessorCount),
                OptionValues.Number(parsed, seconds, 0.1, 3600) ?? CeilingsProcess.DefaultSeconds,
                ModelCache.Folder());
            if (parsed.GetValue(here))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(CeilingMeasurement.Run(request, cancellation), CoreJson.Default.MachineCeilings));
                return ExitCodes.Done;
            }

            Show(await CeilingsProcess.RunAsync(request, cancellation).ConfigureAwait(false), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Show(MachineCeilings ceilings, bool json)
    {
        if (json)
        {
            var indented = new CoreJson(new JsonSerializerOptions(CoreJson.Default.Options) { WriteIndented = true });
            Console.Out.WriteLine(JsonSerializer.Serialize(ceilings, indented.MachineCeilings));
            return;
        }

        var screen = Screen.Create(json: false);
        foreach (var line in CeilingsText.Lines(ceilings))
        {
            screen.Line(line);
        }
    }
}
