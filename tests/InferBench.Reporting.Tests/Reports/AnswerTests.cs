using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Tests.Reports;

public sealed class AnswerTests
{
    [Fact]
    public void Sentence_TheDefaultRun_NamesTheCheapestItsIntervalAndTheAssumedPrice() => Assert.Equal(
        "The cheapest valid configuration is llama-110m in int8-dyn-chan on cpu at batch 8: $0.104 per million output tokens (95 % interval $0.102 to $0.106), "
        + "with 41.2 tok/s for each user, on AMD EPYC 7B13, 2 cores at $0.10 per hour (assumed). In fp32 the best is $0.230, at batch 8.",
        Answer.Sentence(SampleRuns.Default()));

    [Fact]
    public void Sentence_AScoredRun_JoinsWhatIsSavedToWhatIsLost()
    {
        var run = SampleRuns.Scored();

        var sentence = Answer.Sentence(run with { Cells = [.. run.Cells.Where(cell => cell.Cell.Precision != "int8-dyn-chan")] });

        Assert.EndsWith("In fp32 the best is $0.230, at batch 8. int4-rtn-b32-sym is 1.62 × cheaper and loses 4.6 % perplexity against it.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OnlySuspectCells_DoesNotCallThemValid()
    {
        var cell = SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 64, 2), 33) with { Validity = new(Verdict.Suspect, ["throttled"]) };

        Assert.StartsWith("No configuration was measured without doubt; the cheapest of the 1 suspect ones is m in fp32", Answer.Sentence(SampleRuns.Of(cell)), StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_NothingMeasured_SaysThatThereIsNoAnswer()
    {
        var run = SampleRuns.Of(SampleRuns.Broken(SampleRuns.Measured(new("m", "fp32", "cpu", 1, 128, 64, 2), 33), CellStatus.Failed, "boom"));

        Assert.Equal("There is no answer: none of 1 planned cells has a usable measurement.", Answer.Sentence(run));
    }

    [Fact]
    public void Sentence_ASpeedIsAsked_NamesTheCheapestThatIsFastEnough() => Assert.StartsWith(
        "The cheapest valid configuration that gives each user at least 90.0 tok/s is llama-110m in int4-rtn-b32-sym on cpu at batch 2:",
        Answer.Sentence(SampleRuns.Default(), new(PerUserTokensPerSecond: 90)),
        StringComparison.Ordinal);

    [Fact]
    public void Sentence_ASpeedIsAsked_NamesNoPartnerThatIsSlower() =>
        Assert.DoesNotContain("In fp32", Answer.Sentence(SampleRuns.Default(), new(PerUserTokensPerSecond: 90)), StringComparison.Ordinal);

    [Fact]
    public void Sentence_ALossIsAsked_LeavesOutWhatLosesMoreOrWasNotScored()
    {
        var sentence = Answer.Sentence(SampleRuns.Scored(), new(PerplexityLossPercent: 3));

        Assert.StartsWith("The cheapest valid configuration that was measured to lose at most 3.0 % perplexity is llama-110m in fp32 on cpu at batch 8:", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_NothingKeepsTheTerms_SaysSoAndGivesTheAnswerWithoutThem() => Assert.StartsWith(
        "No valid configuration gives each user at least 10,000 tok/s. Without that: The cheapest valid configuration is llama-110m in int8-dyn-chan",
        Answer.Sentence(SampleRuns.Default(), new(PerUserTokensPerSecond: 10_000)),
        StringComparison.Ordinal);
}
