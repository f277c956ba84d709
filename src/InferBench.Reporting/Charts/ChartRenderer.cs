namespace InferBench.Reporting.Charts;

/// <summary>Draws charts in one file format.</summary>
/// <param name="Extension">File extension with its dot.</param>
/// <param name="Render">A chart's file.</param>
public sealed record ChartRenderer(string Extension, Func<Chart, byte[]> Render);
