namespace InferBench.Reporting.Charts;

/// <summary>How a series is drawn.</summary>
public enum SeriesForm
{
    /// <summary>Markers, joined by a line.</summary>
    Line,

    /// <summary>A line without markers: computed, or a price that is the same everywhere.</summary>
    Plain,

    /// <summary>A broad band under the other series, which it joins.</summary>
    Highlight,

    /// <summary>Bars: every two points are the ends of one.</summary>
    Bars,
}
