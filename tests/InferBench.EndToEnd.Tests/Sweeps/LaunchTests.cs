using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sweeps;

public sealed class LaunchTests
{
    [Fact]
    public void Run_SeveralLaunches_MeasuresEachInAProcessOfItsOwn()
    {
        using var person = new Inferbench();

        var finished = person.Run(Sweep.Of("llama-tiny", "--precision", "fp32,int4", "--launches", "2")).ExitsWith(0);

        var document = RunFiles.Document(person.OnlyRun);
        Assert.Equal(["fp32", "int4-rtn-b32-sym", "fp32", "int4-rtn-b32-sym"], document.Cells.Select(cell => cell.Cell.Precision));
        Assert.Equal([1, 1, 2, 2], document.Cells.Select(cell => cell.Cell.Launch));
        Assert.Equal(4, document.Shards.Count);
        Assert.Equal(2, document.Models.Count);
        Assert.Equal([2, 2], document.Repeats!.Select(repeat => repeat.Launches));
        Assert.Contains(", within a run at most ±", finished.Output, StringComparison.Ordinal);
        Assert.Contains("## From run to run", File.ReadAllText(Path.Combine(person.OnlyRun, "report.md")), StringComparison.Ordinal);
    }
}
