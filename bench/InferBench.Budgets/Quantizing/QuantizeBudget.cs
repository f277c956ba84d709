using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Budgets.Programs;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;

namespace InferBench.Budgets.Quantizing;

/// <summary>How fast a model is quantized, and how much memory that takes.</summary>
internal sealed class QuantizeBudget : IBudget
{
    private const double LeastRate = 0.5;
    private const double MostBeside = 200e6;
    private const string Small = "llama-110m";
    private const string Large = "llama-1b";

    // The fp32 model, and the largest result beside it: embedding tables stay as they are.
    private const double LargeDiskBytes = 10e9;

    public string Name => "quantize";

    public string Description => "Rate of models quantize per byte read, and its memory.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        foreach (var figure in Measure(Small, options.Rounds, scratch))
        {
            yield return figure;
        }

        if (!options.Full)
        {
            yield break;
        }

        if (scratch.FreeBytes < LargeDiskBytes)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"quantize: {Large} is left out: it needs {LargeDiskBytes / 1e9:0} GB for a while, and {scratch.FreeBytes / 1e9:0.0} GB are free"));
            yield break;
        }

        // A large model takes long enough for few rounds to say something.
        foreach (var figure in Measure(Large, Math.Min(options.Rounds, 3), scratch))
        {
            yield return figure;
        }
    }

    private static IEnumerable<BudgetFigure> Measure(string preset, int rounds, Scratch scratch)
    {
        var path = scratch.Preset(preset, WeightPrecision.Fp32);
        var tensors = OnnxModelReader.Read(path).Graph.Initializers;
        var largest = tensors.Max(tensor => tensor.ByteLength);
        var bytes = tensors.Sum(tensor => tensor.ByteLength);
        foreach (var scheme in (string[])["int4-rtn-b32-sym", "int8-dyn-chan"])
        {
            var runs = Enumerable.Range(0, rounds).Select(_ => Quantize(path, scheme, scratch)).ToList();
            var what = Text($"quantize {preset} to {scheme}");
            yield return new BudgetFigure(
                $"{what}, bytes read", "GB/s", Spread.Of(runs.Select(run => bytes / run.Wall.TotalNanoseconds)), LeastRate, AtLeast: true,
                Detail: Text($"{bytes / 1e6:0} MB, from the program's start to its end"));
            yield return new BudgetFigure(
                $"{what}, peak memory", "MB", Spread.Of(runs.Select(run => run.PeakBytes / 1e6)), ((2 * largest) + MostBeside) / 1e6,
                Detail: Text($"resident; the largest tensor has {largest / 1e6:0} MB"));
        }
    }

    /// <summary>In a process of its own: its peak is the system's own count.</summary>
    private static (TimeSpan Wall, long PeakBytes) Quantize(string model, string scheme, Scratch scratch)
    {
        var output = scratch.NewPath("");
        var run = ProgramRun.Watch(ProgramRun.Cli, ["models", "quantize", model, "--scheme", scheme, "--out", output]);
        Directory.Delete(output, recursive: true);
        return run;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
