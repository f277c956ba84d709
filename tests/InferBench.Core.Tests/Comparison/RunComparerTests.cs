using System.Text.Json;
using InferBench.Core.Comparison;
using InferBench.Core.Errors;
using InferBench.Core.Json;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Core.Verification;

namespace InferBench.Core.Tests.Comparison;

public sealed class RunComparerTests
{
    private static readonly SimulatedRun Steady = new(launches: 5, runSpread: 0.008, withinSpread: 0.01);

    private static readonly ComparisonSettings Settings = new();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Compare_ARunWithItself_FindsNothing(int launches)
    {
        var run = new SimulatedRun(launches, 0.05, 0.05).Measure(1);

        var comparison = RunComparer.Compare([run, run], Settings);

        Assert.Equal(12, comparison.Cells.Count());
        Assert.All(comparison.Cells, cell => Assert.Equal(DifferenceVerdict.NoDifference, cell.Verdict));
        Assert.All(comparison.Cells, cell => Assert.Equal(1, cell.Rate.Ratio.Value));
        Assert.False(comparison.RegressesBeyond(0));
        Assert.Empty(comparison.Pairs[0].Differences);
        Assert.Empty(comparison.Pairs[0].NotCompared);
    }

    [Fact]
    public void Compare_ACopySlowedInAThirdOfItsCells_FindsExactlyThose()
    {
        var run = Steady.Measure(2);
        var copy = SimulatedRun.Slowed(run, 1.05, IsThird);

        var comparison = RunComparer.Compare([run, copy], Settings);

        Assert.True(RunVerifier.Verify(JsonSerializer.SerializeToUtf8Bytes(copy, CoreJson.Default.RunDocument), "copy", null).Holds);
        Assert.Equal(SimulatedRun.Cells.Where(IsThird), comparison.Cells.Where(cell => cell.Verdict == DifferenceVerdict.Worse).Select(cell => cell.Cell));
        Assert.All(comparison.Cells.Where(cell => !IsThird(cell.Cell)), cell => Assert.Equal(DifferenceVerdict.NoDifference, cell.Verdict));
        Assert.True(comparison.RegressesBeyond(0.03));
        Assert.False(comparison.RegressesBeyond(0.06));
    }

    [Fact]
    public void Compare_AFasterCopy_IsBetterAndNoRegression()
    {
        var run = Steady.Measure(3);

        var comparison = RunComparer.Compare([run, SimulatedRun.Slowed(run, 1 / 1.05, IsThird)], Settings);

        Assert.Equal(SimulatedRun.Cells.Where(IsThird), comparison.Cells.Where(cell => cell.Verdict == DifferenceVerdict.Better).Select(cell => cell.Cell));
        Assert.False(comparison.RegressesBeyond(0));
    }

    [Fact]
    public void Compare_ASlowedCopyOfSingleLaunches_SaysThatItCouldNotHaveFoundIt()
    {
        var run = new SimulatedRun(1, 0.008, 0.01).Measure(4);
        var copy = SimulatedRun.Slowed(run, 1.05, IsThird);

        var unknown = RunComparer.Compare([run, copy], Settings);
        var known = RunComparer.Compare([run, copy], Settings with { RunSpread = 0.004 });

        Assert.All(unknown.Cells, cell => Assert.Equal(DifferenceVerdict.NoDifference, cell.Verdict));
        Assert.All(unknown.Cells, cell => Assert.True(cell.Rate.SmallestDifference > 0.05));
        Assert.Equal(SimulatedRun.Cells.Where(IsThird), known.Cells.Where(cell => cell.Verdict == DifferenceVerdict.Worse).Select(cell => cell.Cell));
    }

    [Theory]
    [InlineData(1, 0.04, 0.03)]
    [InlineData(1, 0.04, 0.15)]
    [InlineData(3, 0.04, 0.03)]
    [InlineData(5, 0.10, 0.03)]
    public void Compare_TwoRunsOfOnePlan_RaisesNoFalseAlarmInTwentyTries(int launches, double runSpread, double withinSpread)
    {
        var machine = new SimulatedRun(launches, runSpread, withinSpread);

        var alarms = Enumerable.Range(0, 20).Count(attempt => Alarms(machine, attempt));

        Assert.Equal(0, alarms);
    }

    [Fact]
    public void Compare_ManyPairsOfRuns_KeepsTheErrorOfTheFamily()
    {
        // Launches that are normal on the logarithmic scale, with spreads that differ fourfold between cells: what the test assumes, and a little worse.
        var machine = new SimulatedRun(4, 0.03, 0.02);

        var alarms = Enumerable.Range(100, 150).Count(attempt => Alarms(machine, attempt));

        // 1 % of 150 is 1.5; five or more of them would have a chance of 2 % (binomial).
        Assert.InRange(alarms, 0, 4);
    }

    [Fact]
    public void Compare_ASuspectCell_CannotProveADifference()
    {
        var run = Steady.Measure(5);
        var copy = SimulatedRun.Slowed(run, 1.2, _ => true);
        copy = copy with { Cells = [.. copy.Cells.Select((cell, index) => index == 0 ? cell with { Validity = new ValidityReport(Verdict.Suspect, ["clocks were held back"]) } : cell)] };

        var comparison = RunComparer.Compare([run, copy], Settings);

        Assert.Equal(DifferenceVerdict.Doubtful, comparison.Cells.First().Verdict);
        Assert.Equal(["other: clocks were held back"], comparison.Cells.First().Doubts);
        Assert.All(comparison.Cells.Skip(1), cell => Assert.Equal(DifferenceVerdict.Worse, cell.Verdict));
    }

    [Fact]
    public void Compare_DearerMachine_CostsMoreByBothRatios()
    {
        var run = Steady.Measure(6);
        var dear = SimulatedRun.Slowed(run, 2, _ => true) with { Price = run.Price with { UsdPerHour = 0.3 } };

        var cost = RunComparer.Compare([run, dear], Settings).Cells.First().Find(ComparedMetric.UsdPerMillion)!;

        // Three times the price at half the rate.
        Assert.Equal(6, cost.Ratio.Value, 4);
        Assert.Equal(0.1 / 3600 / run.Cells[0].Rate!.Value * 1e6, cost.Base, 0.1 / 3600 / run.Cells[0].Rate!.Value * 1e6 * 0.05);
    }

    [Fact]
    public void Compare_ByPrecision_MatchesEverythingElseWithinTheRun()
    {
        var run = Steady.Measure(7);

        var comparison = RunComparer.Compare([run], Settings with { By = ComparisonAxis.Precision });

        Assert.Equal(["int8-dyn-chan", "int4-rtn-b32-sym"], comparison.Pairs.Select(pair => pair.Other.Part));
        Assert.All(comparison.Pairs, pair => Assert.Equal("fp32", pair.Base.Part));
        Assert.All(comparison.Cells, cell => Assert.Equal(cell.Cell with { Precision = cell.OtherCell.Precision }, cell.OtherCell));
        Assert.Equal(8, comparison.Cells.Count());
    }

    [Fact]
    public void Compare_ByMachine_LetsProviderAndThreadsDiffer()
    {
        var run = Steady.Measure(8);
        var other = run with
        {
            Cells = [.. run.Cells.Select(cell => cell with { Cell = cell.Cell with { Provider = "cuda", Threads = 8 } })],
            Models = [.. run.Models.Select(model => model with { Provider = "cuda" })],
        };

        var apart = Assert.Throws<BadInputException>(() => RunComparer.Compare([run, other], Settings));
        var comparison = RunComparer.Compare([run, other], Settings with { By = ComparisonAxis.Machine });

        Assert.Contains("the nearest there differs in provider (cpu against cuda), threads (2 against 8)", apart.Message, StringComparison.Ordinal);
        Assert.Equal(12, comparison.Cells.Count());
    }

    [Fact]
    public void Compare_AnotherModelUnderTheSameName_IsRefused()
    {
        var run = Steady.Measure(9);
        var other = run with { Models = [.. run.Models.Select(model => model with { Sha256 = "beef" })] };

        var refusal = Assert.Throws<BadInputException>(() => RunComparer.Compare([run, other], Settings));

        Assert.StartsWith("compare: nothing is comparable", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("B has another model under this name: sha256 beef instead of 5ha-fp32", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_CellsThatFailedOrAreInvalid_AreLeftOutWithTheirReason()
    {
        var run = new SimulatedRun(1, 0.01, 0.01).Measure(10);
        var other = run with
        {
            Cells =
            [
                run.Cells[0] with { Status = CellStatus.Crashed, Error = "signal 9", Measurement = null, Metrics = null, Validity = null },
                run.Cells[1] with { Validity = new ValidityReport(Verdict.Invalid, ["output unstable"]) },
                .. run.Cells.Skip(3),
            ],
        };

        var comparison = RunComparer.Compare([run, other], Settings);

        Assert.Equal(
            (string[])["in B it failed: signal 9", "in B it is invalid: output unstable", "B does not have it; the nearest there differs in batch (4 against 1)"],
            comparison.Pairs[0].NotCompared.Select(cell => cell.Reason));
        Assert.Equal([true, false, false], comparison.Pairs[0].NotCompared.Select(cell => cell.Broke));
        Assert.True(comparison.RegressesBeyond(0.5));
    }

    [Fact]
    public void Compare_OtherPrompt_SaysInWhatTheNearestDiffers()
    {
        var run = Steady.Measure(11);
        var other = run with { Cells = [.. run.Cells.Select(cell => cell with { Cell = cell.Cell with { PromptTokens = 256 } })] };

        var refusal = Assert.Throws<BadInputException>(() => RunComparer.Compare([run, other], Settings));

        Assert.Contains("differs in prompt (64 against 256)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OtherSoftwareAndSeed_ListsThem()
    {
        var run = Steady.Measure(12);
        var other = run with { Environment = run.Environment with { OnnxRuntime = "1.30.0" }, Tool = new ToolVersion("0.2.0", "abc", true), Plan = run.Plan with { Seed = 7 } };

        var differences = RunComparer.Compare([run, other], Settings).Pairs[0].Differences;

        Assert.Equal(
            [("ONNX Runtime", null, "1.30.0"), ("InferBench", "0.1.0", "0.2.0"), ("commit", null, "abc"), ("local changes", null, "yes"), ("seed", "42", "7")],
            differences.Select(difference => (difference.Name, difference.Base, difference.Other)));
    }

    [Fact]
    public void Compare_MemoryThatGaveLess_IsListed()
    {
        var run = Steady.Measure(12);

        var differences = RunComparer.Compare([Remembered(run, 60e9), Remembered(run, 40e9)], Settings).Pairs[0].Differences;

        var memory = Assert.Single(differences);
        Assert.Equal(("memory's read bandwidth in GB/s, mean of the cells", "60.0", "40.0"), (memory.Name, memory.Base, memory.Other));
    }

    [Theory]
    [InlineData(ComparisonAxis.Run, "give two runs or more")]
    [InlineData(ComparisonAxis.Model, "there is one model only")]
    public void Compare_OneSideOnly_SaysWhatIsMissing(ComparisonAxis by, string problem)
    {
        var refusal = Assert.Throws<BadInputException>(() => RunComparer.Compare([Steady.Measure(13)], Settings with { By = by }));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    private static RunDocument Remembered(RunDocument run, double bytesPerSecond) => run with
    {
        Cells = [.. run.Cells.Select(cell => cell with { Measurement = cell.Measurement! with { Memory = new MemorySpeed(bytesPerSecond, bytesPerSecond, 1 << 27, 2) } })],
    };

    private static bool IsThird(Cell cell) => cell.Batch == 2 || cell is { Batch: 8, Precision: "fp32" };

    private static bool Alarms(SimulatedRun machine, int attempt) =>
        RunComparer.Compare([machine.Measure((2 * attempt) + 1_000), machine.Measure((2 * attempt) + 1_001)], Settings)
            .Cells.Any(cell => cell.Verdict != DifferenceVerdict.NoDifference);
}
