using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>A fact on a machine with a font.</summary>
internal sealed class NeedsFontFactAttribute : FactAttribute
{
    public NeedsFontFactAttribute() => Skip = ChartRenderers.WhyNoPng is { } why ? $"needs PNG: {why}" : null;
}
