using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

public sealed class InterruptTests
{
    private const string Hint = "Go on with: inferbench ";

    [InterruptFact]
    public void Run_CtrlC_KeepsWhatIsMeasured()
    {
        using var person = new Inferbench(results: "kept");
        using var command = person.Start(Sweep.Heavy($"4,{Sweep.EndlessTokens}", "--results", "kept"));
        var run = RunFiles.WaitForStart(person, command, cell => cell.GeneratedTokens == Sweep.EndlessTokens);
        var worker = Workers.Of(command);

        command.Interrupt(worker);

        var finished = command.WaitForExit().ExitsWith(130);
        Workers.IsGone(worker);
        var document = RunFiles.Document(run);
        Assert.False(document.Complete);
        Assert.Null(document.EndedAt);
        Assert.Equal([CellStatus.Measured, CellStatus.Pending], document.Cells.Select(cell => cell.Status));
        Assert.True(File.Exists(Path.Combine(run, "report.html")));
        AssertCanBeFollowed(person, finished.Output);
    }

    /// <summary>The hint is a command that works as it stands.</summary>
    private static void AssertCanBeFollowed(Inferbench person, string output)
    {
        var hint = Assert.Single(output.Split('\n'), line => line.Contains(Hint, StringComparison.Ordinal));
        var arguments = hint[(hint.IndexOf(Hint, StringComparison.Ordinal) + Hint.Length)..].Trim().Split(' ');

        var resumed = person.Run([.. arguments, "--dry-run"]).ExitsWith(0);

        Assert.Contains("1 of 2 cells are left", resumed.Output, StringComparison.Ordinal);
    }
}
