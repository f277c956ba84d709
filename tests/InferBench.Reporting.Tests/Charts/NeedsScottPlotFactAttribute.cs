using InferBench.Reporting.Charts;

namespace InferBench.Reporting.Tests.Charts;

/// <summary>A fact in builds with ScottPlot (its package, or <c>-p:ScottPlotDir=FOLDER</c>).</summary>
internal sealed class NeedsScottPlotFactAttribute : FactAttribute
{
    public NeedsScottPlotFactAttribute()
    {
        if (!ChartRenderers.All.Any(renderer => renderer.Extension == ".png"))
        {
            Skip = "needs a build with ScottPlot";
        }
    }
}
