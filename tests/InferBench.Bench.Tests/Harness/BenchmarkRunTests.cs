using InferBench.Bench.Harness;
using InferBench.Bench.Tests.Fakes;
using InferBench.Tests;

namespace InferBench.Bench.Tests.Harness;

[Collection(BenchmarkDotNetCollection.Name)]
public sealed class BenchmarkRunTests
{
    /// <summary>BenchmarkDotNet validates its own settings: none that a plan can ask for may be refused.</summary>
    [Theory]
    [InlineData(1, 1, 0.02)]
    [InlineData(1, 2, 0.02)]
    [InlineData(2, 2, 0.0001)]
    [InlineData(5, 5, 1)]
    [InlineData(5, 6, 1)]
    [InlineData(1, 1_000_000, 1)]
    [InlineData(500, 2_000, 0.0001)]
    public void Execute_AnyCountOfAPlan_IsNotRefused(int least, int most, double target)
    {
        var recorder = new OperationRecorder(new FakeWorkload(Measured.Tokens), Measured.Tokens);
        var count = new OperationCount(least, most);
        recorder.Reserve(count, TimeSpan.FromSeconds(0.05));

        BenchmarkRun.Execute(recorder, count, target, _ => { });

        Assert.InRange(recorder.Count, least, most);
    }

    [Fact]
    public void Execute_EachCountedOperation_TellsProgress()
    {
        var recorder = new OperationRecorder(new FakeWorkload(Measured.Tokens), Measured.Tokens);
        var told = new List<int>();
        recorder.Reserve(new OperationCount(4, 4), TimeSpan.FromSeconds(10));

        BenchmarkRun.Execute(recorder, new OperationCount(4, 4), 0.02, told.Add);

        Assert.Equal([1, 2, 3, 4], told);
    }

    [Fact]
    public void Execute_Done_LeavesNoFolderBehind()
    {
        var recorder = new OperationRecorder(new FakeWorkload(Measured.Tokens), Measured.Tokens);
        recorder.Reserve(new OperationCount(1, 1), TimeSpan.FromSeconds(10));
        using var folder = new TempFolder();
        var variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
        var usual = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, folder.Path);
        try
        {
            BenchmarkRun.Execute(recorder, new OperationCount(1, 1), 0.02, _ => { });

            Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, usual);
        }
    }
}
