using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

public sealed class CellTimeoutTests
{
    [Theory]
    [InlineData("first", 0)]
    [InlineData("second", 1)]
    public void Run_CellHangs_IsTimedOutAndTheSweepGoesOn(string which, int place)
    {
        using var person = new Inferbench();
        var endless = $"{Sweep.EndlessTokens}";

        var command = person.Run(Sweep.Heavy(which == "first" ? $"{endless},4" : $"4,{endless}", "--cell-timeout", "4")).ExitsWith(1);

        var cells = RunFiles.Document(person.OnlyRun).Cells;
        Assert.Equal(CellStatus.TimedOut, cells[place].Status);
        Assert.Equal(CellStatus.Measured, cells[1 - place].Status);
        Assert.Contains("no operation finished in time", command.Output, StringComparison.Ordinal);
    }
}
