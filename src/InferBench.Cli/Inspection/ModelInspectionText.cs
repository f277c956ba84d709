using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Inspection;

/// <summary>An inspection for a person. Names come out of the file, so they are cleaned before they reach a terminal.</summary>
internal static class ModelInspectionText
{
    private const int ShownValues = 8;
    private const int LongestNote = 200;

    public static void Show(Screen screen, ModelInspection model)
    {
        var identity = model.Identity;
        screen.Line($"file        {SafeText.Of(model.File)}, {Bytes(identity.TotalBytes)}");
        screen.Line($"sha256      {identity.Sha256}");
        screen.Line($"weights     {Millions(identity.Parameters)} parameters, {Bytes(identity.WeightBytes)}, {identity.WeightPrecision ?? "none"}; one decode step reads {Bytes(identity.DecodeStepWeightBytes)}");
        screen.Line($"format      ONNX IR {model.IrVersion}, {SafeText.Of(string.Join(", ", model.Opsets))}{(model.Producer is { } producer ? $", by {SafeText.Of(producer)}" : "")}");
        screen.Line(model.Layout is null
            ? "decoder     no: the graph has no KV cache of known size"
            : $"decoder     {model.Layout} layout, context {model.ContextLength?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}, KV cache {Bytes(model.CacheBytesPerToken!.Value)} for each token");
        Values(screen, "inputs", model.Inputs);
        Values(screen, "outputs", model.Outputs);
        screen.Line($"operators   {SafeText.Of(string.Join(", ", model.Operators.Select(count => $"{count.Operator} {count.Count}")))}");
        foreach (var (key, value) in model.Metadata)
        {
            screen.Line($"note        {SafeText.Shortened(key, LongestNote)}: {SafeText.Shortened(value, LongestNote)}");
        }
    }

    private static void Values(Screen screen, string name, IReadOnlyList<string> values)
    {
        screen.Line($"{name,-11} {values.Count}");
        foreach (var value in values.Take(ShownValues))
        {
            screen.Line($"  {SafeText.Shortened(value, LongestNote)}");
        }

        if (values.Count > ShownValues)
        {
            screen.Line($"  and {values.Count - ShownValues} more (--json prints all)");
        }
    }

    private static string Bytes(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} bytes")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:#,0.0} MB");

    private static string Millions(long count) => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:#,0.##} M");
}
