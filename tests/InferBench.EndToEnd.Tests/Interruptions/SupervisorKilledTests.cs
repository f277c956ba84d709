using InferBench.Core.Journals;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

public sealed class SupervisorKilledTests(KilledRunFixture killed) : IClassFixture<KilledRunFixture>
{
    [UnixFact]
    public void Run_SupervisorIsKilled_WorkerEndsItself() => Assert.False(Workers.IsAlive(killed.Worker));

    [UnixFact]
    public void Resume_SupervisorWasKilled_MeasuresOnlyWhatIsLeft()
    {
        using var person = new Inferbench();
        var run = killed.CopyTo(person);
        var before = File.ReadAllText(RunFiles.Journal(run));

        var command = person.Run("run", "--resume", Path.GetFileName(run)).ExitsWith(0);

        Assert.Contains("2 of 3 cells are left", command.Output, StringComparison.Ordinal);
        Assert.StartsWith(before, File.ReadAllText(RunFiles.Journal(run)), StringComparison.Ordinal);
        AssertWhole(run);
    }

    [UnixFact]
    public void Resume_LastRowIsTorn_MeasuresOnlyWhatIsLeft()
    {
        using var person = new Inferbench();
        var run = killed.CopyTo(person);
        using (var journal = File.OpenWrite(RunFiles.Journal(run)))
        {
            journal.SetLength(journal.Length - 20);
        }

        person.Run("run", "--resume", run).ExitsWith(0);

        AssertWhole(run);
    }

    [UnixFact]
    public void Resume_DryRun_SaysWhatIsLeftAndMeasuresNothing()
    {
        using var person = new Inferbench();
        var run = killed.CopyTo(person);
        var before = File.ReadAllText(RunFiles.Journal(run));

        var command = person.Run("run", "--resume", run, "--dry-run").ExitsWith(0);

        Assert.Contains("2 of 3 cells are left", command.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(RunFiles.Journal(run)));
    }

    [UnixFact]
    public void Resume_WithAnotherPlan_IsRefused()
    {
        using var person = new Inferbench();
        var run = killed.CopyTo(person);

        person.Run("run", "--resume", run, "--batch", "3").Complains("--resume: the plan is the run's own");
    }

    /// <summary>Every cell has one measured row: nothing that had ended was measured again.</summary>
    private static void AssertWhole(string run)
    {
        var document = RunFiles.Document(run);
        Assert.True(document.Complete);
        Assert.All(document.Cells, cell => Assert.Equal(CellStatus.Measured, cell.Status));
        var rows = RunFiles.Rows(run).OfType<CellMeasuredRow>().CountBy(row => row.Key).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(1, row.Value));
    }
}
