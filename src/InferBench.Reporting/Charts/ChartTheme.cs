namespace InferBench.Reporting.Charts;

/// <summary>Colours of everything in a chart but its lines, on a light ground.</summary>
internal static class ChartTheme
{
    public const string Ground = "#FFFFFF";
    public const string Ink = "#1B1F24";
    public const string Muted = "#57606A";
    public const string Grid = "#E4E8EC";
    public const string AxisLine = "#8B949E";
}
