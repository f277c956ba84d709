using System.Diagnostics;
using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Budgets.Building;

/// <summary>How fast synthetic models are built: weights made, quantized, written and hashed.</summary>
internal sealed class BuildBudget : IBudget
{
    public string Name => "build";

    public string Description => "Build rate of synthetic models for each precision.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        var preset = options.Full ? "llama-110m" : "llama-15m";
        var shape = LlamaShapes.Named(preset);
        foreach (var precision in (WeightPrecision[])[WeightPrecision.Fp32, WeightPrecision.Fp16, WeightPrecision.Int8, WeightPrecision.Int4])
        {
            var times = Enumerable.Range(0, options.Rounds).Select(_ => Build(preset, precision, scratch)).ToList();
            yield return new BudgetFigure(
                $"build {preset} {precision.Name}, written bytes", "GB/s", Spread.Of(times.Select(built => built.Bytes / built.Time.TotalNanoseconds)),
                Detail: string.Create(
                    CultureInfo.InvariantCulture,
                    $"{times[0].Bytes / 1e6:0} MB; {shape.Parameters * sizeof(float) / Spread.MedianOf(times.Select(built => built.Time.TotalNanoseconds)):0.00} GB/s of fp32 weights"));
        }
    }

    private static (long Bytes, TimeSpan Time) Build(string preset, WeightPrecision precision, Scratch scratch)
    {
        var cache = scratch.NewPath("");
        var started = Stopwatch.GetTimestamp();
        var built = SyntheticModelBuilder.Build(SyntheticModelSpec.Preset(preset, precision), cache);
        var time = Stopwatch.GetElapsedTime(started);
        Directory.Delete(cache, recursive: true);
        return (built.Bytes, time);
    }
}
