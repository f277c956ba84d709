using System.Diagnostics;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Bundles;

/// <summary>A bundle with a tiny model, in parts, and the bundle as a bare machine unpacks it.</summary>
public sealed class BundleFixture : IDisposable
{
    private static readonly string[] Coreutils = ["cat", "dirname", "mkdir", "readlink", "rm", "sha256sum"];

    /// <summary>What the GPU check needs besides; all of it coreutils.</summary>
    private static readonly string[] CheckTools = ["basename", "cut", "date", "du", "tail", "timeout"];

    private static readonly string[] Unpackers = ["tar", "gzip"];

    private readonly TempFolder _folder = new();

    private readonly Inferbench _maker = new();

    public BundleFixture()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Made = _maker.Run("bundle", "--model", "llama-tiny:fp32", "--split", "20M", "--out", Parts);
        Tools("tools", Coreutils);
        Tools("check-tools", [.. Coreutils, .. CheckTools]);
        Tools("unpackers", [.. Coreutils, .. Unpackers]);
        Unpacked = Shell("unpackers", Path.Combine(Parts, "unpack.sh"), Root);
    }

    public FinishedCommand Made { get; } = new(-1, "", "");

    public FinishedCommand Unpacked { get; } = new(-1, "", "");

    public string Parts => _folder.File("parts");

    public string Root => _folder.File("inferbench");

    public string Results => _folder.File("results");

    /// <summary>The bundle's program with nothing in its environment but a path to coreutils.</summary>
    public FinishedCommand Run(params string[] arguments) => Shell("tools", [Path.Combine(Root, "inferbench"), .. arguments]);

    /// <summary>Runs a script by the system's shell, with nothing in its environment but a path to those tools.</summary>
    public FinishedCommand Shell(string tools, params string[] script)
    {
        var start = new ProcessStartInfo("/bin/sh", script)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = _folder.File(tools);
        using var command = new RunningCommand(Process.Start(start)!, string.Join(' ', script));
        return command.WaitForExit();
    }

    public void Dispose()
    {
        _maker.Dispose();
        _folder.Dispose();
    }

    private void Tools(string name, IEnumerable<string> tools)
    {
        Directory.CreateDirectory(_folder.File(name));
        File.CreateSymbolicLink(Path.Combine(_folder.File(name), "sh"), "/bin/sh");
        foreach (var tool in tools)
        {
            var place = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, tool)).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(_folder.File(name), tool), place);
        }
    }
}
