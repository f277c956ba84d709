using System.Diagnostics;
using System.Globalization;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>The worker process of a running command.</summary>
internal static class Workers
{
    /// <returns>The process id of the command's worker, which must be there.</returns>
    public static int Of(RunningCommand command) => int.Parse(
        Eventually.Gives(() => Children(command.Id).FirstOrDefault(), "a worker process"), CultureInfo.InvariantCulture);

    public static void IsGone(int worker) => Eventually.IsTrue(() => !IsAlive(worker), "the worker's end");

    public static bool IsAlive(int worker)
    {
        try
        {
            // A zombie has ended; only its parent has not asked yet.
            return File.Exists($"/proc/{worker}/stat") ? !Stat(worker).StartsWith('Z') : !Process.GetProcessById(worker).HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Children(int parent)
    {
        if (!Directory.Exists("/proc/self"))
        {
            using var pgrep = Process.Start(new ProcessStartInfo("pgrep", ["-P", parent.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
            return pgrep.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        return Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).OfType<string>()
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ParentOf(id) == parent);
    }

    private static int? ParentOf(int process)
    {
        try
        {
            return int.Parse(Stat(process).Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>State and parent of a process: what follows its name, which stands in brackets and may hold anything.</summary>
    private static string Stat(int process)
    {
        var text = File.ReadAllText($"/proc/{process}/stat");
        return text[(text.LastIndexOf(')') + 2)..];
    }
}
