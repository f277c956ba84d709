using System.Diagnostics;
using InferBench.EndToEnd.Tests.BadInput;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Models;

public sealed class QuantizeTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Theory]
    [InlineData("int4")]
    [InlineData("int8")]
    [InlineData("fp16")]
    public void ModelsQuantize_BuiltModel_LoadsAndRunsAndIsTheSameTwice(string format)
    {
        var model = BuiltModel.In(_person);

        _person.Run("models", "quantize", model, "--to", format, "--out", "one").ExitsWith(0);
        _person.Run("models", "quantize", model, "--to", format, "--out", "two", "--threads", "1").ExitsWith(0);

        Assert.Equal(Files("one"), Files("two"));
        _person.Run("models", "check", "one").ExitsWith(0);
        _person.Run(Sweep.Of("one")).ExitsWith(0);
    }

    [UnixFact]
    public void ModelsQuantize_DiskIsFull_SaysSoAndLeavesNothing()
    {
        var model = BuiltModel.In(_person);
        var before = Everything();

        // A limit on file sizes stands for the full disk: writing fails in the middle. The runtime's own mapped memory would fall under it too.
        var command = Shell($"trap '' XFSZ; ulimit -f 64; exec \"{Installation.Host}\" \"{Installation.Program}\" models quantize \"{model}\" --to int4 --out out");

        command.Complains("out: the model could not be written");
        Assert.Equal(before, Everything());
    }

    [InterruptFact]
    public void ModelsQuantize_CtrlC_LeavesNothing()
    {
        _person.Run("models", "build", "llama-15m", "--precision", "fp32", "--folder", "models").ExitsWith(0);
        var model = Directory.EnumerateDirectories(Path.Combine(_person.Home, "models")).Single();
        var before = Everything();
        using var command = _person.Start("models", "quantize", model, "--scheme", "int4-hqq-b32-asym", "--threads", "1", "--out", "out");
        Eventually.IsTrue(() => Directory.EnumerateFiles(_person.Home, "model.onnx.data", SearchOption.AllDirectories).Count() == 2, "the beginning of the result");

        command.Interrupt();

        Assert.Contains("stopped", command.WaitForExit().ExitsWith(130).Errors, StringComparison.Ordinal);
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void ModelsQuantize_FolderInTheWay_IsLeftAlone()
    {
        var model = BuiltModel.In(_person);
        _person.Write("out/precious.txt", "mine");

        _person.Run("models", "quantize", model, "--to", "int4", "--out", "out").Complains("out: is there already");

        Assert.Equal("mine", File.ReadAllText(Path.Combine(_person.Home, "out", "precious.txt")));
    }

    [Fact]
    public void ModelsQuantize_NoFormat_SaysWhichThereAre() =>
        _person.Run("models", "quantize", BuiltModel.In(_person)).Complains("--to or --scheme is needed: --to int8, --to int4 or --to fp16");

    private List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_person.Home, folder)).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
    ];

    private List<string> Everything() =>
        [.. Directory.EnumerateFileSystemEntries(_person.Home, "*", SearchOption.AllDirectories).Where(path => !path.Contains("/.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private FinishedCommand Shell(string script)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", script])
        {
            WorkingDirectory = _person.Home, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["HOME"] = _person.Home;
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var command = new RunningCommand(Process.Start(start)!, script);
        return command.WaitForExit();
    }
}
