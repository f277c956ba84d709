using System.Globalization;

namespace InferBench.Budgets.Figures;

/// <summary>How busy the machine is; a figure taken beside other work is worth less.</summary>
internal static class MachineLoad
{
    /// <summary>Load average of the last minute; null where the system has none.</summary>
    public static double? OneMinute() =>
        File.Exists("/proc/loadavg") && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : null;

    public static string Text(double? load) => load is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) : "unknown";
}
