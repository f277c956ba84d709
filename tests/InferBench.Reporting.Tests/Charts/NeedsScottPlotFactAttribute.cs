using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>A fact in builds with ScottPlot (its package, or <c>-p:ScottPlotDir=FOLDER</c>) on a machine with a font, or in builds without it.</summary>
internal sealed class NeedsScottPlotFactAttribute : FactAttribute
{
    public NeedsScottPlotFactAttribute(bool present = true)
    {
        Skip = present switch
        {
            true when ChartRenderers.WhyNoPng is { } why => $"needs PNG: {why}",
            false when ChartRenderers.Png is not null => "needs a build without ScottPlot",
            _ => null,
        };
    }
}
