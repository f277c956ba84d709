using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Catalog;
using InferBench.Economics.Projection;

namespace InferBench.Economics.Tests.Projection;

public sealed class RunProjectionTests
{
    private const double Bandwidth = 10e9;
    private const double Rate = 100e9;

    /// <summary>
    /// By hand: 1 GB a step at 10 GB/s and 125 ms is an MBU of 0.8; on a device of 100 GB/s that is 12.5 ms. A prefill of 12.8 G operations in 256 ms is an MFU of 0.5;
    /// at 1 T operations a second it takes 25.6 ms. 64 tokens then take 25.6 + 63 × 12.5 = 813.1 ms: 78.7 tok/s.
    /// </summary>
    [Fact]
    public void Project_MemoryBoundCell_ScalesWithBandwidthAndPrefillWithTheMatrixRate()
    {
        var cell = Assert.Single(RunProjection.Project(Run(Cell(1, tpotMs: 125, ttftMs: 256, bytes: 1e9, perToken: 0.1e9)), Target(100e9, 1e12), null).Cells);

        Assert.Equal(0.8, cell.BandwidthUse, 9);
        Assert.Equal(12.5e6, cell.TpotNs, 3);
        Assert.Equal(25.6e6, cell.TtftNs!.Value, 3);
        Assert.False(cell.ComputeBound);
        Assert.Equal(64 / 0.8131, cell.OutputTokensPerSecond!.Value, 6);
    }

    /// <summary>By hand: a step of 64 tokens has 64 × 0.1 G operations, which at 0.2 T/s and an MFU of 0.5 take 64 ms; its bytes only 12.5 ms.</summary>
    [Fact]
    public void Project_BeyondTheTargetsCriticalBatch_IsBoundByCompute()
    {
        var cell = Assert.Single(RunProjection.Project(Run(Cell(64, 125, 16_384, 1e9, 6.4e9)), Target(100e9, 0.2e12), null).Cells);

        Assert.True(cell.ComputeBound);
        Assert.Equal(64e6, cell.TpotNs, 3);
    }

    /// <summary>At batch 64 a step's 6.4 G operations take 64 ms here and its bytes 100 ms; at batch 128 it is 128 ms against 100: MBU comes from batch 64.</summary>
    [Fact]
    public void Project_CellThatComputeBindsHere_TakesTheBandwidthUseOfTheLargestThatMemoryBinds()
    {
        var run = Run(Cell(64, 125, 256, 1e9, 6.4e9), Cell(128, 300, 512, 1e9, 12.8e9));

        var cells = RunProjection.Project(run, Target(100e9, 1e15), null).Cells;

        Assert.Equal([(64, 0.8), (64, 0.8)], cells.Select(cell => (cell.BandwidthUseBatch, Math.Round(cell.BandwidthUse, 9))));
    }

    [Fact]
    public void Project_UnknownMatrixRate_ProjectsOnlyWhatMemorySays()
    {
        var cell = Assert.Single(RunProjection.Project(Run(Cell(1, 125, 256, 1e9, 0.1e9)), Target(100e9, null), null).Cells);

        Assert.Equal((12.5e6, null, null, null), (Math.Round(cell.TpotNs), cell.TtftNs, cell.OutputTokensPerSecond, cell.ComputeBound));
    }

    [Fact]
    public void Project_ToTheMachineItself_IsWhatWasMeasured()
    {
        var run = Run(Cell(1, 125, 256, 1e9, 0.1e9));

        var answer = RunProjection.Project(run, ProjectionTarget.Of(run)!, run);

        Assert.Equal(0, answer.TpotError!.LargestAbsolute, 9);
        Assert.Equal(0, answer.TtftError!.LargestAbsolute, 9);
    }

    [Theory]
    [InlineData("tensorrt", "cuda", true)]
    [InlineData("tensorrt", "cpu", false)]
    [InlineData("cuda", "cuda", true)]
    public void Of_CeilingsOfTheCellsDevice_AreTheTarget(string provider, string measuredBy, bool found)
    {
        var run = Run(Cell(1, 125, 256, 1e9, 0.1e9));

        var target = ProjectionTarget.Of(run with
        {
            Cells = [.. run.Cells.Select(cell => cell with { Cell = cell.Cell with { Provider = provider } })],
            Ceilings = [run.Ceilings![0] with { Provider = measuredBy }],
        });

        Assert.Equal(found ? Bandwidth : null, target?.BandwidthBytesPerSecond);
    }

    /// <summary>By hand: projected 12.5 ms against 10 ms measured is +25 %, and 25.6 against 32 is −20 %.</summary>
    [Fact]
    public void Project_CheckedAgainstAnotherMachine_StatesTheError()
    {
        var there = Run(Cell(1, 10, 32, 1e9, 0.1e9));

        var answer = RunProjection.Project(Run(Cell(1, 125, 256, 1e9, 0.1e9)), Target(100e9, 1e12), there);

        Assert.Equal(0.25, Assert.Single(answer.Checked!).TpotError, 9);
        Assert.Equal(-0.2, answer.Checked![0].TtftError!.Value, 9);
        Assert.Equal(0.25, answer.TpotError!.MedianAbsolute, 9);
    }

    [Fact]
    public void Project_SuspectCell_IsSkippedAndNamed()
    {
        var run = Run(Cell(1, 125, 256, 1e9, 0.1e9) with { Validity = new(Core.Validity.Verdict.Suspect, ["others took cores"]) });

        Assert.Equal("suspect: others took cores", Assert.Single(RunProjection.Project(run, Target(100e9, 1e12), null).Skipped).Reason);
    }

    [Fact]
    public void Project_RunWithoutCeilings_SaysHowToGetThem() =>
        Assert.Contains("run --ceilings", Assert.Throws<BadInputException>(() => RunProjection.Project(Runs.Of(1), Target(1, 1), null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Project_NothingInCommon_IsSaid() => Assert.Contains(
        "has no valid cell of the same model",
        Assert.Throws<BadInputException>(() => RunProjection.Project(Run(Cell(1, 125, 256, 1e9, 0.1e9)), Target(1, 1), Run(Cell(2, 125, 256, 1e9, 0.1e9)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("fp32", null)]
    [InlineData("int4-rtn-b32-sym", 989e12)]
    [InlineData("int8-rtn-b32-sym", 989e12)]
    [InlineData("int8-dyn-chan", 1978e12)]
    public void Of_H100_TakesTheRateThatTheWeightFormatIsMultipliedAt(string precision, double? rate)
    {
        var target = ProjectionTarget.Of(PriceCatalog.BuiltIn.FindHardware("nvidia-h100-sxm-80")!, PriceCatalog.BuiltIn)!;

        Assert.Equal(rate, target.MatMul(precision));
        Assert.Equal(3.35e12, target.BandwidthBytesPerSecond);
    }

    [Theory]
    [InlineData(new[] { 0.1, -0.3, 0.2 }, 0.2, 0.3)]
    [InlineData(new[] { -0.1, 0.3 }, 0.2, 0.3)]
    public void Of_Errors_AreAbsolute(double[] errors, double median, double largest)
    {
        var error = ProjectionError.Of(errors)!;

        Assert.Equal((median, largest), (Math.Round(error.MedianAbsolute, 9), Math.Round(error.LargestAbsolute, 9)));
    }

    private static ProjectionTarget Target(double bandwidth, double? rate) => new("there", bandwidth, _ => rate, null, []);

    private static RunDocument Run(params IReadOnlyList<RunCell> cells) => Runs.Of(1, cells) with
    {
        Ceilings =
        [
            new("cpu", 2, [Ceiling(CeilingKind.MemoryRead, null, Bandwidth), Ceiling(CeilingKind.MatMul, "fp32", Rate)], [], null, 1),
        ],
    };

    private static Ceiling Ceiling(CeilingKind kind, string? precision, double best) => new(kind, precision, "a test", best, best, 0, [best], 1, 1, 1);

    /// <param name="batch">Batch.</param>
    /// <param name="tpotMs">Mean TPOT.</param>
    /// <param name="ttftMs">Mean TTFT.</param>
    /// <param name="bytes">Bytes of a decode step.</param>
    /// <param name="perToken">Operations of a step, which are those of one prompt token of each sequence.</param>
    private static RunCell Cell(int batch, double tpotMs, double ttftMs, double bytes, double perToken)
    {
        var cell = Runs.Measured("fp32", batch, 100);
        var (tpot, ttft, operations) = (tpotMs * 1e6, ttftMs * 1e6, perToken * cell.Cell.PromptTokens!.Value);
        return cell with
        {
            Metrics = cell.Metrics! with { TpotNs = Alike(tpot), TtftNs = Alike(ttft) },
            Efficiency = new CellEfficiency(bytes, Sure(bytes / (tpot / 1e9) / Bandwidth), Bandwidth, operations, Sure(operations / (ttft / 1e9) / Rate), Rate),
        };
    }

    private static Distribution Alike(double value) => new(10, Sure(value), value, null, null, null, null, value);

    private static Estimate Sure(double value) => new(value, value, value);
}
