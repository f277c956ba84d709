using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Core.Tests.Runs;

public sealed class RunDocumentRulesTests
{
    [Fact]
    public void Check_ADocumentThatHangsTogether_SaysNothing() => RunDocumentRules.Check(Of(Pending()), "run.json");

    [Fact]
    public void Check_SeveralProblems_NamesEachInALineOfItsOwn()
    {
        var run = Of(Pending(), Pending() with { Cell = Pending().Cell with { Batch = 0 } }) with { Price = new(-1, "made up", null, Assumed: false) };

        var problem = Assert.Throws<BadInputException>(() => RunDocumentRules.Check(run, "run.json"));

        Assert.Equal(
            ["run.json: price.usdPerHour must be zero or more", "run.json: cells[1]: batch and generated tokens must be 1 or more, prompt and threads not below 0"],
            problem.Message.Split('\n'));
    }

    [Fact]
    public void Check_MoreProblemsThanAnybodyReads_StopsAfterTen()
    {
        var run = Of([.. Enumerable.Repeat(Pending() with { Cell = Pending().Cell with { Batch = 0 } }, 30)]);

        Assert.Equal(11, Assert.Throws<BadInputException>(() => RunDocumentRules.Check(run, "run.json")).Message.Split('\n').Length);
    }

    [Fact]
    public void Check_AnOperationWithoutATimestamp_IsRefused()
    {
        var measured = Pending() with
        {
            Status = CellStatus.Measured,
            Measurement = new([new(0, [])], new(2, 1, true), StopReason.Interval, null, true, null, 0, null, null, null, 1),
        };

        Assert.Contains("an operation has no timestamp", Assert.Throws<BadInputException>(() => RunDocumentRules.Check(Of(measured), "run.json")).Message, StringComparison.Ordinal);
    }

    private static RunCell Pending() => new("key", new Cell("m", "fp32", "cpu", 1, 128, 64, 2), CellStatus.Pending, null, null, null, null);

    private static RunDocument Of(params IReadOnlyList<RunCell> cells) => new()
    {
        SchemaVersion = RunDocument.CurrentSchemaVersion,
        RunId = "run",
        Tool = new("0.1.0", null, null),
        StartedAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
        Complete = true,
        Argv = [],
        PlanAsked = new(),
        Plan = Plan.Defaults,
        Environment = new("Linux", "x64", null, 2, [], null, null, ".NET", null, null, []),
        Price = new(1, "made up", null, Assumed: false),
        Models = [],
        Shards = [],
        Cells = cells,
    };
}
