using System.Text.RegularExpressions;

namespace InferBench.EndToEnd.Tests.Bundles;

/// <summary>The script for a borrowed GPU, tried on the processor from an unpacked bundle.</summary>
[Collection(BundleCollection.Name)]
public sealed partial class GpuCheckTests
{
    private readonly BundleFixture _bundle;

    public GpuCheckTests(BundleFixture bundle)
    {
        _bundle = bundle;
        bundle.Unpacked.ExitsWith(0);
    }

    private string Script => Path.Combine(_bundle.Root, "gpu-check.sh");

    [LinuxFact]
    public void GpuCheck_OnTheProcessor_DoesEveryStepAndSumsItUp()
    {
        var folder = Path.Combine(_bundle.Root, "check");

        var check = _bundle.Shell("check-tools", Script, "--cpu", "--out", folder).ExitsWith(0);

        var summary = File.ReadAllText(Path.Combine(folder, "summary.txt"));
        Assert.Contains("15 steps, 0 of them not done", summary, StringComparison.Ordinal);
        Assert.Contains("results: ", check.Output, StringComparison.Ordinal);
        Assert.Equal(9, Directory.GetDirectories(Path.Combine(folder, "results")).Length);
        Assert.InRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 16 << 20);
    }

    [LinuxFact]
    public void GpuCheck_EveryStepFails_KeepsTheirLogsAndExitsWithOne()
    {
        var folder = Path.Combine(_bundle.Root, "failing");
        var broken = Path.Combine(_bundle.Root, "broken.sh");
        File.WriteAllText(broken, "echo 'inferbench: nothing works here' >&2\nexit 2\n");

        var check = _bundle.Shell("check-tools", "-c", $"INFERBENCH={broken} sh {Script} --cpu --out {folder}").ExitsWith(1);

        Assert.Equal(13, Directory.GetFiles(Path.Combine(folder, "logs")).Length);
        Assert.Contains("failed with exit code 2\n    inferbench: nothing works here\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("13 steps, 13 of them not done", check.Output, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void GpuCheck_DryRun_NamesEveryStepWithinItsMinutesAndWritesNothing()
    {
        var check = _bundle.Shell("check-tools", Script, "--dry-run", "--out", Path.Combine(_bundle.Root, "dry")).ExitsWith(0);

        Assert.Contains("sweep", check.Output, StringComparison.Ordinal);
        Assert.Contains("--provider cuda --batch 1-256*4", check.Output, StringComparison.Ordinal);
        Assert.InRange(int.Parse(AllLimits().Match(check.Output).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1, 600);
        Assert.False(Directory.Exists(Path.Combine(_bundle.Root, "dry")));
    }

    [LinuxFact]
    public void GpuCheck_UnknownOption_IsRefused() =>
        Assert.Equal(
            "gpu-check: '--gpu' is not known; use --cpu, --dry-run, --out FOLDER or --minutes N\n",
            _bundle.Shell("check-tools", Script, "--gpu").ExitsWith(2).Errors);

    [GeneratedRegex("all limits together: ([0-9]+) s")]
    private static partial Regex AllLimits();
}
