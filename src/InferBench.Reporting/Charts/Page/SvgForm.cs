namespace InferBench.Reporting.Charts.Page;

/// <summary>The two shapes that a chart is drawn in.</summary>
internal enum SvgForm
{
    /// <summary>For pages and documents: names stand at the right, beside the ends of their lines.</summary>
    Wide,

    /// <summary>For phones: names stand below.</summary>
    Narrow,
}
