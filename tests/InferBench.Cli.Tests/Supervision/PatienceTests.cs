using InferBench.Cli.Supervision;
using InferBench.Core.Samples;
using InferBench.Core.Workers;

namespace InferBench.Cli.Tests.Supervision;

public sealed class PatienceTests
{
    private static readonly MeasureSettings Settings = MeasureSettings.Defaults;

    [Fact]
    public void For_NothingHeard_IsTenMinutesAndTheModelsLoadTime() =>
        Assert.Equal(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(100), new Patience(Settings, 2_000_000_000).For(null));

    [Fact]
    public void For_Loading_IgnoresTheCellsOwnTimeout() =>
        Assert.Equal(TimeSpan.FromMinutes(10), new Patience(Settings with { CellTimeoutSeconds = 5 }, 0).For(Progress(null, null)));

    [Fact]
    public void For_CellJustBegun_IsTheCellsOwnTimeout() =>
        Assert.Equal(TimeSpan.FromSeconds(5), new Patience(Settings with { CellTimeoutSeconds = 5 }, 0).For(Progress("a", null)));

    [Fact]
    public void For_FirstOperationWithoutTimeout_IsTenMinutes() => Assert.Equal(TimeSpan.FromMinutes(10), new Patience(Settings, 0).For(Progress("a", null)));

    [Theory]
    [InlineData(0.001, 60)]
    [InlineData(3, 60)]
    [InlineData(30, 600)]
    public void For_KnownOperation_IsTwentyOfThemAndAMinuteAtLeast(double operation, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), new Patience(Settings, 0).For(Progress("a", operation)));

    private static WorkerProgress Progress(string? cell, double? operation) =>
        new(cell, cell is null ? WorkerPhase.Load : WorkerPhase.Warmup, 0, 0, operation);
}
