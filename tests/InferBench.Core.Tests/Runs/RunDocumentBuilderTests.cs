using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Core.Validity;

namespace InferBench.Core.Tests.Runs;

public sealed class RunDocumentBuilderTests
{
    [Fact]
    public void Build_EachKindOfEnd_GivesEachStatus()
    {
        var document = RunDocumentBuilder.Build(
        [
            Fabricated.Start("a", "b", "c", "d"),
            new CellStartedRow(Fabricated.At, "a"),
            Fabricated.Measured("a"),
            new CellStartedRow(Fabricated.At, "b"),
            new CellFailedRow(Fabricated.At, "b", CellStatus.Crashed, "killed"),
            new CellFailedRow(Fabricated.At, "c", CellStatus.TimedOut, "hung"),
            new CellStartedRow(Fabricated.At, "d"),
        ]);

        Assert.Equal([CellStatus.Measured, CellStatus.Crashed, CellStatus.TimedOut, CellStatus.Pending], document.Cells.Select(cell => cell.Status));
        Assert.False(document.Complete);
        Assert.Null(document.EndedAt);
        Assert.Equal(100, document.Cells[0].Metrics!.OutputTokensPerSecond.Value, 0.001);
        Assert.Equal("killed", document.Cells[1].Error);
    }

    [Fact]
    public void Build_OneShotCell_HasItemsAndNoTokens()
    {
        var cell = Assert.Single(RunDocumentBuilder.Build([Fabricated.StartOneShot("a"), Fabricated.MeasuredOneShot("a")]).Cells);

        Assert.Null(cell.Metrics);
        Assert.Equal(50, cell.Items!.ItemsPerSecond.Value, 0.001);
        Assert.Equal(Verdict.Valid, cell.Validity!.Verdict);
    }

    [Fact]
    public void Build_OneShotCell_IsTheSameAfterJson()
    {
        var document = RunDocumentBuilder.Build([Fabricated.StartOneShot("a"), Fabricated.MeasuredOneShot("a")]);

        var json = JsonSerializer.Serialize(document, CoreJson.Default.RunDocument);
        var read = Assert.Single(JsonSerializer.Deserialize(json, CoreJson.Default.RunDocument)!.Cells);

        Assert.Contains("\"promptTokens\":null,\"generatedTokens\":null", json, StringComparison.Ordinal);
        Assert.True(read.Cell.IsOneShot);
        Assert.Equal(document.Cells[0].Items, read.Items);
        Assert.Equal(("x=float32[1x3]", InputSource.TestData, true), (read.Measurement!.OneShot!.Inputs, read.Measurement.OneShot.Source, read.Measurement.OneShot.Bound));
    }

    [Fact]
    public void Remaining_ACellThatStartedAndNeverEnded_IsDoneAgain()
    {
        var left = RunDocumentBuilder.Remaining(
            [Fabricated.Start("a", "b", "c"), Fabricated.Measured("a"), new CellStartedRow(Fabricated.At, "b")]);

        Assert.Equal(["b", "c"], left.Select(cell => cell.Key));
    }

    [Fact]
    public void Build_AScoredShard_GivesItsQualityToEachOfItsCells()
    {
        var document = RunDocumentBuilder.Build(
        [
            Fabricated.Start("a", "b"),
            Fabricated.Measured("a"),
            Fabricated.Measured("b"),
            new QualityFailedRow(Fabricated.At, "llama-15m fp32 cpu", "the tokenizer is missing"),
            new QualityMeasuredRow(Fabricated.At, "llama-15m fp32 cpu", Fabricated.Quality),
            new QualityFailedRow(Fabricated.At, "another fp32 cpu", "not here"),
        ]);

        Assert.All(document.Cells, cell => Assert.Equal(Fabricated.Quality, cell.Quality));
        Assert.All(document.Cells, cell => Assert.Null(cell.QualityError));
    }

    [Fact]
    public void Build_AShardThatCouldNotBeScored_KeepsItsSpeedAndSaysWhy()
    {
        var cell = Assert.Single(RunDocumentBuilder.Build(
            [Fabricated.Start("a"), Fabricated.Measured("a"), new QualityFailedRow(Fabricated.At, "llama-15m fp32 cpu", "the tokenizer is missing")]).Cells);

        Assert.Equal((CellStatus.Measured, "the tokenizer is missing"), (cell.Status, cell.QualityError));
        Assert.Null(cell.Quality);
        Assert.NotNull(cell.Metrics);
    }

    [Fact]
    public void Build_ACellJournaledTwice_CountsAsItEndedLast()
    {
        var cell = Assert.Single(RunDocumentBuilder.Build(
            [Fabricated.Start("a"), new CellFailedRow(Fabricated.At, "a", CellStatus.Crashed, "killed"), Fabricated.Measured("a")]).Cells);

        Assert.Equal(CellStatus.Measured, cell.Status);
    }

    [Fact]
    public void Build_NoHeader_IsRefused() => Assert.Throws<BadInputException>(() => RunDocumentBuilder.Build([Fabricated.Measured("a")]));
}
