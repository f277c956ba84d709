using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Reporting.Text;

namespace InferBench.Cli.Ceilings;

/// <summary>Ceilings for a person.</summary>
internal static class CeilingsText
{
    public static IEnumerable<string> Lines(MachineCeilings ceilings)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{ceilings.Provider}, {ceilings.Threads} threads; the ceiling is the best round, because disturbance only slows");
        foreach (var one in ceilings.Measured)
        {
            yield return $"  {Name(one.Kind, one.Precision),-20} {Rate(one.Kind, one.BestPerSecond),-14} median {Rate(one.Kind, one.MedianPerSecond)}, {one.RoundsPerSecond.Count} rounds within {Figures.Percent(one.RelativeSpread)}; {one.Method}";
        }

        foreach (var one in ceilings.Missing)
        {
            yield return $"  {Name(one.Kind, one.Precision),-20} {Figures.Missing} {SafeText.Of(one.Reason)}";
        }

        if (ceilings.Doubt is { } doubt)
        {
            yield return $"suspect: {doubt}";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"took {ceilings.WallNs / 1e9:0.0} s");
    }

    private static string Name(CeilingKind kind, string? precision) => kind switch
    {
        CeilingKind.MemoryRead => "memory read",
        CeilingKind.MemoryTriad => "memory triad",
        CeilingKind.WeightRead => $"weights read {precision}",
        CeilingKind.DeviceAdd => "device add",
        _ => $"matmul {precision}",
    };

    private static string Rate(CeilingKind kind, double perSecond) =>
        kind == CeilingKind.MatMul ? $"{Figures.Number(perSecond / 1e9)} GFLOP/s" : $"{Figures.Number(perSecond / 1e9)} GB/s";
}
