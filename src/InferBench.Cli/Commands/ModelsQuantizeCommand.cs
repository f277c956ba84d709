using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using InferBench.Cli.Terminal;
using InferBench.Models;
using InferBench.Models.Quantization;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models quantize</c>.</summary>
internal static class ModelsQuantizeCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "An ONNX file, or a folder that holds one." };
        var to = new Option<string>("--to") { HelpName = "int8|int4|fp16", Description = "The weights' new format; each has a usual scheme." };
        var scheme = new Option<string>("--scheme")
        {
            HelpName = "SCHEME",
            Description = "A scheme by full name: fp16, int8-dyn-chan, int8-qdq-chan, int8-rtn-b32-sym, int4-rtn-b32-sym, int4-rtn-b32-asym, int4-hqq-b32-asym (b16, b64, b128 too).",
        };
        var folder = new Option<string>("--out") { HelpName = "FOLDER", Description = "Where the result goes; the default is beside the model's folder, with the scheme in its name." };
        var accuracy = new Option<int>("--accuracy-level") { HelpName = "0-4", DefaultValueFactory = _ => 4, Description = "MatMulNBits' accuracy level; 4 computes in 8-bit integers on a CPU." };
        var embeddings = new Option<EmbeddingFormat>("--embeddings") { HelpName = "keep|int8|int4", Description = "What becomes of embedding tables; the default keeps them." };
        var head = new Option<string>("--head") { HelpName = "keep|quantize", DefaultValueFactory = _ => "quantize", Description = "What becomes of the output head." };
        head.AcceptOnlyFromAmong("keep", "quantize");
        var exclude = new Option<string[]>("--exclude") { HelpName = "NAME", AllowMultipleArgumentsPerToken = true, Description = "Nodes or weights that stay as they are." };
        var keepIo = new Option<bool>("--keep-io") { Description = "With fp16: inputs and outputs stay fp32." };
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "Threads to work with; the bytes do not depend on it." };
        var errors = new Option<bool>("--errors") { Description = "Say how far each tensor in blocks is from its source." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("quantize", "Writes a model anew with int8, int4 or fp16 weights; the same input and options give the same bytes.")
        {
            model, to, scheme, folder, accuracy, embeddings, head, exclude, keepIo, threads, errors, json,
        };
        command.SetStoppableAction((parsed, cancellation) =>
        {
            var path = ModelFolder.Resolve(parsed.GetValue(model)!);
            var chosen = Choose(parsed.GetValue(to), parsed.GetValue(scheme));
            var options = new QuantizationOptions(chosen)
            {
                AccuracyLevel = parsed.GetValue(accuracy),
                Embeddings = parsed.GetValue(embeddings),
                KeepHead = parsed.GetValue(head) == "keep",
                Exclude = parsed.GetValue(exclude) ?? [],
                KeepIo = parsed.GetValue(keepIo),
                Threads = parsed.GetValue(threads),
                MeasureErrors = parsed.GetValue(errors),
            };
            var report = Quantizer.Quantize(path, options, parsed.GetValue(folder) ?? Beside(path, chosen), progress: null, cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, QuantizationJson.Default.QuantizationReport));
            }
            else
            {
                Show(Screen.Create(json: false), report);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static QuantizationScheme Choose(string? to, string? scheme)
    {
        if ((scheme ?? to) is not { } named)
        {
            throw new QuantizationException("--to or --scheme is needed: --to int8, --to int4 or --to fp16");
        }

        var chosen = QuantizationScheme.Parse(named);
        return scheme is null || to is null || chosen.Name.Split('-')[0] == to.Trim().ToLowerInvariant()
            ? chosen
            : throw new QuantizationException($"--to {to} and --scheme {scheme} do not agree; leave out --to");
    }

    private static string Beside(string modelPath, QuantizationScheme scheme)
    {
        var folder = Path.GetDirectoryName(modelPath)!;
        folder = Path.GetFileName(folder) == "onnx" ? Path.GetDirectoryName(folder)! : folder;
        return $"{Path.TrimEndingDirectorySeparator(folder)}-{scheme.Name}";
    }

    private static void Show(Screen screen, QuantizationReport report)
    {
        var isHalf = report.Scheme == QuantizationScheme.Fp16.Name;
        var what = isHalf ? "operators compute in fp16" : "MatMul and Gemm weights quantized";
        screen.Line(Text($"model       {report.ModelPath}"));
        screen.Line(Text($"scheme      {report.Scheme}: {report.Quantized} of {report.Candidates} {what}"));
        foreach (var left in report.Left)
        {
            screen.Line(Text($"            {left.Count} left: {left.Reason}"));
        }

        if (report.Embeddings > 0)
        {
            screen.Line(Text($"embeddings  {report.Embeddings} lookups quantized"));
        }

        if (isHalf)
        {
            screen.Line(Text($"fp16        {report.CastsInserted} Cast nodes added, {report.ValuesClamped} stored numbers clamped to ±65,504"));
        }

        screen.Line(Text($"size        {report.BytesBefore / 1e6:#,0.0} MB before, {report.BytesAfter / 1e6:#,0.0} MB after ({(double)report.BytesAfter / report.BytesBefore:P1})"));
        screen.Line(Text($"sha256      {report.Sha256}, from {report.SourceSha256}"));
        foreach (var error in report.Errors)
        {
            screen.Line(Text($"error       {error.Name}: largest {error.Largest:E2}, mean {error.Mean:E2}, rms {error.RootMeanSquare:E2}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(QuantizationReport))]
internal sealed partial class QuantizationJson : JsonSerializerContext;
