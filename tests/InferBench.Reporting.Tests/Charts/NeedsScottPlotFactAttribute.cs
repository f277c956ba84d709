using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>A fact in builds with ScottPlot (its package, or <c>-p:ScottPlotDir=FOLDER</c>), or in those without it.</summary>
internal sealed class NeedsScottPlotFactAttribute : FactAttribute
{
    public NeedsScottPlotFactAttribute(bool present = true)
    {
        if (present != (ChartRenderers.Png is not null))
        {
            Skip = present ? "needs a build with ScottPlot" : "needs a build without ScottPlot";
        }
    }
}
