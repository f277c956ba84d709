using System.Diagnostics;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Scripts;

/// <summary>
/// The two scripts in a checkout that is built already, with a dotnet on the path that prints its arguments: what a person writes must reach the
/// program as it was written.
/// </summary>
public sealed class StartScriptTests : IDisposable
{
    private const string Asked = "run --batch 1,2,4 --prompt 8-32+8 --gen 4-32*2 --usd-per-hour 0.25 --precision fp32,int8 --own price=2000,kw=0.25 --text 'a b,c'";
    private static readonly string[] Expected =
    [
        "run", "--batch", "1,2,4", "--prompt", "8-32+8", "--gen", "4-32*2", "--usd-per-hour", "0.25", "--precision", "fp32,int8",
        "--own", "price=2000,kw=0.25", "--text", "a b,c",
    ];

    private readonly TempFolder _folder = new();

    public StartScriptTests()
    {
        foreach (var file in (string[])["InferBench.sln", "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            _folder.Write($"checkout/{file}", "");
        }

        foreach (var folder in (string[])["src", "bench", "tests"])
        {
            Directory.CreateDirectory(_folder.File($"checkout/{folder}"));
        }

        foreach (var script in (string[])["run-bench.sh", "run-bench.ps1"])
        {
            File.Copy(Path.Combine(Installation.Checkout, script), _folder.File($"checkout/{script}"));
        }

        var dotnet = _folder.Write("path/dotnet", "#!/bin/sh\nfor argument in \"$@\"; do printf '%s\\n' \"$argument\"; done\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        _folder.Write("checkout/artifacts/.built", "");
    }

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void Shell_AnyArguments_ReachTheProgramAsWritten() => Assert.Equal(Expected, Shell($"./run-bench.sh {Asked}")[1..]);

    [UnixFact]
    public void Shell_NoArguments_IsTheDefaultRun() => Assert.Equal(["run", "--results", _folder.File("checkout/results")], Shell("./run-bench.sh")[1..]);

    [PowerShellFact]
    public void PowerShell_Lists_ReachTheProgramUnbroken() => Assert.Equal(Expected, PowerShell($"./run-bench.ps1 {Asked}")[1..]);

    [PowerShellFact]
    public void PowerShell_NoArguments_IsTheDefaultRun() => Assert.Equal(["run", "--results", _folder.File("checkout/results")], PowerShell("./run-bench.ps1")[1..]);

    [PowerShellFact]
    public void PowerShell_Test_PassesTheRestOn() =>
        Assert.Equal(["test", _folder.File("checkout/InferBench.sln"), "--nologo", "--filter", "a b"], PowerShell("./run-bench.ps1 test --filter 'a b'"));

    private string[] Shell(string line) => Run("/bin/sh", "-c", $"PATH='{_folder.File("path")}':$PATH; {line}");

    // Where pwsh is itself a .NET tool, it is started by the true dotnet.
    private string[] PowerShell(string line) =>
        Run(PowerShellFactAttribute.Path()!, "-NoProfile", "-Command", $"$env:PATH = '{_folder.File("path")}:' + $env:PATH; {line}");

    private string[] Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.File("checkout"), RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
