using System.Diagnostics;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

public sealed class WorkerKilledTests
{
    [UnixFact]
    public void Run_WorkerIsKilledInACell_ThatCellIsCrashedAndTheOthersAreMeasured()
    {
        using var person = new Inferbench();
        using var command = person.Start(Sweep.Heavy($"4,{Sweep.EndlessTokens},5"));
        var run = RunFiles.WaitForStart(person, command, cell => cell.GeneratedTokens == Sweep.EndlessTokens);

        using (var worker = Process.GetProcessById(Workers.Of(command)))
        {
            worker.Kill();
        }

        var finished = command.WaitForExit().ExitsWith(1);
        var cells = RunFiles.Document(run).Cells;
        Assert.Equal([CellStatus.Measured, CellStatus.Crashed, CellStatus.Measured], cells.Select(cell => cell.Status));
        Assert.Contains("killed by signal 9", cells[1].Error, StringComparison.Ordinal);
        Assert.Contains("killed by signal 9", finished.Output, StringComparison.Ordinal);
    }
}
