using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InferBench.Cli.Supervision;
using InferBench.Cli.Preparation;
using InferBench.Cli.Quality;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Quality;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench quality</c>: what a precision costs in quality.</summary>
internal static class QualityCommand
{
    private const string Models = "An ONNX file, a folder that holds one, or a synthetic model such as llama-15m:int4.";

    public static Command Create()
    {
        var model = OptionValues.Text("--model", "MODEL", Models, "-m");
        model.Required = true;
        var reference = OptionValues.Text("--reference", "MODEL", "What to compare with, named in the same way.", "-r");
        var text = OptionValues.Text("--text", "FILE", "UTF-8 text, <|endoftext|> between documents. Default: what the reference itself samples, seed 42.");
        var maxTokens = OptionValues.Text("--max-tokens", "N", "Tokens to score at most. Default: the whole file, or 1024 sampled ones.");
        var greedy = OptionValues.Text("--greedy", "N", "Tokens that both generate greedily, to see where they part. Default 64.");
        var threads = OptionValues.Text("--threads", "N", "Intra-op threads. Default: one for each core.", "-t");
        var provider = OptionValues.Text("--provider", "NAME", "Execution provider. Default cpu.");
        var inputs = Texts("--input", "NAME=SHAPE:FILL", "An input of a one-shot model: image=1x3x224x224:dg1, sr=:const,v=16000. Fills: dg1, zeros, ones, const, arange.");
        var dims = Texts("--dim", "NAME=NUMBER", "The size of an open dimension of a one-shot model, such as height=512.");
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };

        // The same command in the process that a crash may take down: prints the figures on one line, and nothing else.
        var here = new Option<bool>(QualityProcess.Here) { Hidden = true };
        var command = new Command("quality", "Scores a model on text, alone or against a reference: perplexity, KL divergence, top-1 agreement.")
        {
            model, reference, text, maxTokens, greedy, threads, provider, inputs, dims, json, here,
        };
        command.SetStoppableAction(async (parsed, cancellation) =>
        {
            var request = new QualityRequest(
                parsed.GetValue(model)!,
                parsed.GetValue(reference),
                parsed.GetValue(text),
                Integer(parsed, maxTokens),
                Integer(parsed, greedy),
                Integer(parsed, threads) ?? Environment.ProcessorCount,
                parsed.GetValue(provider) ?? ExecutionProviders.Cpu,
                parsed.GetValue(inputs),
                parsed.GetValue(dims));
            if (parsed.GetValue(here))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(QualityMeasurement.Run(request), QualityJson.Default.QualityFigures));
                return ExitCodes.Done;
            }

            QualityRules.Require(request);

            // Ctrl+C is listened for once this has returned to its caller; a model may take minutes to build before the first real wait.
            await Task.Yield();
            Show(await MeasureAsync(request, Screen.Create(parsed.GetValue(json)), cancellation).ConfigureAwait(false), parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<QualityReport> MeasureAsync(QualityRequest request, Screen screen, CancellationToken cancellation)
    {
        var models = new ModelPreparation(ModelCache.Folder(), new BuildProgress(screen).Show);
        var model = QualityModels.Prepare(models, request, request.Model, "--model", cancellation);
        var reference = request.Reference is { } named ? QualityModels.Prepare(models, request, named, "--reference", cancellation) : null;
        QualityRules.Require(request, model, reference);
        var figures = await QualityProcess.RunAsync(request with { Model = model.Path, Reference = reference?.Path }, cancellation).ConfigureAwait(false);
        return figures.Report(request, model.Model, reference?.Model);
    }

    private static void Show(QualityReport report, bool json)
    {
        if (json)
        {
            var indented = new QualityJson(new JsonSerializerOptions(QualityJson.Default.Options) { WriteIndented = true });
            Console.Out.WriteLine(JsonSerializer.Serialize(report, indented.QualityReport));
            return;
        }

        var screen = Screen.Create(json: false);
        screen.Line(QualityWords.Summary(report));
        foreach (var line in QualityWords.Details(report))
        {
            screen.Line("  " + line);
        }
    }

    private static Option<string[]> Texts(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, AllowMultipleArgumentsPerToken = true };

    private static int? Integer(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new BadInputException($"{option.Name}: '{text}' is not a whole number");
}
