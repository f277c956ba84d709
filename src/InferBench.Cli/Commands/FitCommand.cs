using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Sizing;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench fit</c>: does a model fit, and on how many devices.</summary>
internal static class FitCommand
{
    private const int DefaultContext = 8192;

    public static Command Create()
    {
        var model = OptionValues.Text("--model", "NAME", "An open model, such as llama-3.1-8b; an unknown name lists all. With --results, a model of the run.", "-m");
        var precision = OptionValues.Text("--precision", "NAME", "Weight format: fp16, fp8, int8, int4, int4-rtn-b128-sym-a16, q4_k_m, nvfp4, ... Default fp16.");
        var device = OptionValues.Text("--device", "NAME", "A device of the catalog, such as nvidia-rtx-4090-24.");
        var memory = OptionValues.Text("--memory", "GB", "Memory of the device instead, in units of 10^9 bytes.");
        var context = OptionValues.Text("--context", "TOKENS", "Prompt and generated tokens of each sequence. Default 8192.");
        var concurrency = OptionValues.Text("--concurrency", "N", "Sequences at once. Default 1.");
        var cache = OptionValues.Text("--kv-cache", "NAME", "Type of cached keys and values: fp32, fp16, bf16, fp8, int8. Default fp16.");
        var results = OptionValues.Text("--results", "RUN", "A run's folder: its own model, cache and measured overhead instead of an open model's dimensions.");
        var catalog = OptionValues.Text("--catalog", "FILE", "Catalog entries of your own, over the built-in ones.");
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var command = new Command("fit", "Says whether a model fits a device at a context and concurrency: weights, cache, activations, runtime; and how many devices it takes.")
        {
            model, precision, device, memory, context, concurrency, cache, results, catalog, json,
        };
        command.SetAction(parsed =>
        {
            var report = FitQuestions.Answer(
                new FitRequest(
                    parsed.GetValue(model),
                    parsed.GetValue(precision),
                    parsed.GetValue(device),
                    OptionValues.Number(parsed, memory, 0.001, 1e6),
                    OptionValues.Whole(parsed, context, 1, 100_000_000) ?? DefaultContext,
                    OptionValues.Whole(parsed, concurrency, 1, 1_000_000) ?? 1,
                    parsed.GetValue(cache),
                    parsed.GetValue(results),
                    parsed.GetValue(catalog)),
                OptionValues.Today(TimeProvider.System));
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, SizingJson.Default.FitReport));
            }
            else
            {
                FitText.Show(Screen.Create(json: false), report);
            }

            return report.Answer.Smallest is null ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }
}
