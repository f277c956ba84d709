using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Bundles;

/// <summary>A bundle on a machine that has nothing: an empty environment, a path with coreutils alone, no .NET, no home.</summary>
[Collection(BundleCollection.Name)]
public sealed class BundleTests
{
    private readonly BundleFixture _bundle;

    public BundleTests(BundleFixture bundle)
    {
        _bundle = bundle;
        bundle.Made.ExitsWith(0);
        bundle.Unpacked.ExitsWith(0);
    }

    [LinuxFact]
    public void Bundle_Parts_AreWithinTheirSize()
    {
        var parts = Directory.GetFiles(_bundle.Parts, "*.part-*");

        Assert.True(parts.Length > 1, _bundle.Made.Output);
        Assert.All(parts, part => Assert.InRange(new FileInfo(part).Length, 1, 20 << 20));
    }

    [LinuxFact]
    public void Bundle_BareMachine_RunsASweepAndNamesItsCommit()
    {
        _bundle.Run(
            "run", "--model", "llama-tiny", "--precision", "fp32", "--batch", "1", "--prompt", "8", "--gen", "4", "--seconds", "0.2", "--usd-per-hour", "1",
            "--results", _bundle.Results).ExitsWith(0);

        var run = Path.Combine(Assert.Single(Directory.GetDirectories(_bundle.Results)), "run.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(run));
        Assert.Equal("measured", document.RootElement.GetProperty("cells")[0].GetProperty("status").GetString());
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_bundle.Root, "app", "bundle.json")));
        Assert.Equal(
            manifest.RootElement.GetProperty("tool").GetProperty("gitCommit").GetString(),
            document.RootElement.GetProperty("tool").GetProperty("gitCommit").GetString());
    }

    [LinuxFact]
    public void Bundle_CudaAskedFor_IsOneLine()
    {
        if (File.Exists("/proc/driver/nvidia/version"))
        {
            return;
        }

        _bundle.Run("run", "--provider", "cuda", "--model", "llama-tiny").Complains("provider cuda: ");
    }

    [LinuxFact]
    public void Unpack_DamagedPart_SaysWhichAndLeavesNothing()
    {
        var copy = $"{_bundle.Parts}-damaged";
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(_bundle.Parts))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var part = Directory.GetFiles(copy, "*.part-001").Single();
        using (var stream = File.Open(part, FileMode.Open))
        {
            stream.WriteByte((byte)(stream.ReadByte() ^ 1));
        }

        var unpacked = _bundle.Shell("unpackers", Path.Combine(copy, "unpack.sh"), $"{_bundle.Root}-damaged");

        unpacked.ExitsWith(1);
        Assert.Contains(Path.GetFileName(part), unpacked.Output + unpacked.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"{_bundle.Root}-damaged"));
    }

    [LinuxFact]
    public void Unpack_FolderThatIsThere_IsLeftAlone() =>
        Assert.Contains("is already there", _bundle.Shell("unpackers", Path.Combine(_bundle.Parts, "unpack.sh"), _bundle.Root).ExitsWith(2).Errors, StringComparison.Ordinal);

    [LinuxFact]
    public void Bundle_OtherPlatform_IsRefused()
    {
        using var person = new Inferbench();

        person.Run("bundle", "--rid", "win-x64").Complains("bundle --rid win-x64: only linux-x64 can be bundled");
    }

    [LinuxFact]
    public void Bundle_FolderInUse_IsRefused()
    {
        using var person = new Inferbench();
        person.Write("here/file", "");

        person.Run("bundle", "--out", "here").Complains("here: is not empty; name another folder or empty it");
    }
}
