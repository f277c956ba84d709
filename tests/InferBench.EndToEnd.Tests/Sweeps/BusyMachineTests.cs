using System.Diagnostics;
using InferBench.Core.Validity;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sweeps;

/// <summary>Measured beside processes that take every core, a figure may be steady and still be far too slow.</summary>
public sealed class BusyMachineTests
{
    [UnixFact]
    public void Run_BesideAHogOnEachCore_IsSuspectAndSaysWhoHadTheCores()
    {
        using var person = new Inferbench();
        var hogs = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Hog()).ToList();
        try
        {
            person.Run(
                "run", "--model", "llama-tiny", "--precision", "fp32", "--batch", "8", "--prompt", "8", "--gen", "64", "--threads", "1", "--seconds", "1", "--min-ops", "50").ExitsWith(0);
        }
        finally
        {
            hogs.ForEach(hog =>
            {
                hog.Kill();
                hog.Dispose();
            });
        }

        var validity = Assert.Single(RunFiles.Document(person.OnlyRun).Cells).Validity!;
        if (!File.Exists("/proc/stat"))
        {
            return;
        }

        Assert.Equal(Verdict.Suspect, validity.Verdict);
        Assert.Contains(validity.Reasons, reason => reason.Contains("other processes took", StringComparison.Ordinal));
    }

    private static Process Hog()
    {
        var start = new ProcessStartInfo("sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("while :; do :; done");
        return Process.Start(start)!;
    }
}
