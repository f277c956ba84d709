using InferBench.Core.Quality;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>Quality as a place on a ramp of colours: what a configuration loses in perplexity against its reference.</summary>
internal static class QualityTone
{
    /// <summary>Outside the ramp.</summary>
    public const int Unknown = SeriesStyle.Tones - 1;

    // Upper ends in percent. Below one percent is what 8-bit weights usually lose, a few percent what good 4-bit ones do.
    private static readonly double[] Ends = [1, 3, 10];

    /// <summary>0 for the reference itself or nothing lost, up to 4; 5 where quality was not measured.</summary>
    public static int Of(QualityReport? quality) => quality switch
    {
        { PerplexityChangePercent.Value: var change } => change <= 0 ? 0 : 1 + Ends.Count(end => change > end),
        { Reference: null, Model.Perplexity: not null } => 0,
        _ => Unknown,
    };

    public static string Name(int tone) => tone switch
    {
        0 => "reference, or no loss",
        1 => $"loses up to {Figures.Number(Ends[0])} %",
        2 => $"loses {Figures.Number(Ends[0])} to {Figures.Number(Ends[1])} %",
        3 => $"loses {Figures.Number(Ends[1])} to {Figures.Number(Ends[2])} %",
        4 => $"loses more than {Figures.Number(Ends[2])} %",
        _ => "quality not measured",
    };
}
