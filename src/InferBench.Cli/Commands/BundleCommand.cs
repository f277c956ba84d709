using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Bundles;
using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench bundle</c>: this program for a host without .NET, network or registry.</summary>
internal static class BundleCommand
{
    public static Command Create()
    {
        var rid = new Option<string>("--rid") { HelpName = "RID", Description = $"Platform of the other machine. Default and only one: {BundleBuilder.Rid}." };
        var cuda = new Option<bool>("--cuda") { Description = "Take the CUDA provider along." };
        var model = new Option<string[]>("--model", "-m")
        {
            HelpName = "NAME",
            Description = "A model to take along: llama-15m, llama-15m:int4, or the path of a model file or folder.",
            AllowMultipleArgumentsPerToken = true,
        };
        var split = new Option<string>("--split") { HelpName = "SIZE", Description = "Write parts of at most this size, such as 56M, instead of one archive." };
        var output = new Option<string>("--out") { HelpName = "FOLDER", Description = $"Where to write. Default {BundleBuilder.Name(cuda: false)} here." };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var command = new Command("bundle", "Packs program, worker, .NET runtime and models for a host without .NET or network.") { rid, cuda, model, split, output, json };
        command.SetStoppableAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(rid) is { } asked && asked != BundleBuilder.Rid)
            {
                throw new BadInputException($"bundle --rid {asked}: only {BundleBuilder.Rid} can be bundled");
            }

            var screen = Screen.Create(parsed.GetValue(json));
            var models = new BundledModels(ModelCache.Folder(), new BuildProgress(screen).Show);
            var withCuda = parsed.GetValue(cuda);
            var report = new BundleBuilder(models).Build(
                new BundleRequest(
                    withCuda,
                    parsed.GetValue(model) ?? [],
                    parsed.GetValue(split) is { } size ? PartSize.Parse(size) : null,
                    Path.GetFullPath(parsed.GetValue(output) ?? BundleBuilder.Name(withCuda))),
                cancellation);
            Show(screen, report, parsed.GetValue(json));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void Show(Screen screen, BundleReport report, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(report, BundleJson.Default.BundleReport));
            return;
        }

        foreach (var line in BundleText.Lines(report))
        {
            screen.Line(line);
        }
    }
}
