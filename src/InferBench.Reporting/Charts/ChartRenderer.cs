namespace InferBench.Reporting.Charts;

/// <summary>Draws charts in one file format.</summary>
/// <param name="Name">What draws, such as "built-in SVG".</param>
/// <param name="Extension">File extension with its dot.</param>
/// <param name="Render">A chart's file.</param>
public sealed record ChartRenderer(string Name, string Extension, Func<Chart, byte[]> Render);
