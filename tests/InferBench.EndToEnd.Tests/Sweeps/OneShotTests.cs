using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Sweeps;

/// <summary>Models that generate nothing, measured by the real command.</summary>
public sealed class OneShotTests
{
    private static readonly string[] Quick = ["--seconds", "0.2", "--min-ops", "3", "--max-ops", "10"];

    [NeedsModelsFact("tiny-bert")]
    public void Run_Encoder_SweepsBatchesAndLengths()
    {
        var cells = Measure("tiny-bert", "--batch", "1,2,4", "--prompt", "8,16");

        Assert.Equal(
            [(1, 8), (1, 16), (2, 8), (2, 16), (4, 8), (4, 16)], cells.Select(cell => (cell.Cell.Batch, cell.Cell.PromptTokens!.Value)));
        Assert.Equal("input_ids=int64[4x16], attention_mask=int64[4x16]", cells[^1].Measurement!.OneShot!.Inputs);
        Assert.All(cells, cell => Assert.Equal(cell.Items!.ItemsPerSecond.Value * cell.Cell.PromptTokens!.Value, cell.Items.InputTokensPerSecond!.Value, 0.001));
    }

    [NeedsModelsFact("mobilenetv2-int8")]
    public void Run_VisionModel_TakesItsTestDataAtTheBatchThatItHas()
    {
        var cells = Measure("mobilenetv2-int8", "--batch", "1,2");

        Assert.Equal([InputSource.TestData, InputSource.MadeUp], cells.Select(cell => cell.Measurement!.OneShot!.Source));
        Assert.All(cells, cell => Assert.Null(cell.Cell.PromptTokens));
    }

    [NeedsModelsFact("silero-vad")]
    public void Run_StatefulAudioModel_RepeatsItsOutput()
    {
        var cells = Measure("silero-vad", "--dim", "sequence=512", "--batch", "1,2,4");

        Assert.Equal([1, 2, 4], cells.Select(cell => cell.Cell.Batch));
        Assert.All(cells, cell => Assert.Equal(["state"], cell.Measurement!.OneShot!.States));
    }

    [NeedsModelsFact("trees/xgboost_classifier_tree")]
    public void Run_DecisionTrees_HaveNoPrecision()
    {
        var cells = Measure("trees/xgboost_classifier_tree", "--batch", "1,2,4");

        Assert.Equal([1, 2, 4], cells.Select(cell => cell.Cell.Batch));
        Assert.All(cells, cell => Assert.Equal("none", cell.Cell.Precision));
    }

    [NeedsModelsFact("mnist")]
    public void Run_VisionModelInTwoPrecisions_FeedsBothTheSameTestData()
    {
        var cells = Measure("mnist", "--precision", "fp32,int8-rtn-b32-sym");

        Assert.Equal(["fp32", "int8-rtn-b32-sym"], cells.Select(cell => cell.Cell.Precision));
        Assert.All(cells, cell => Assert.Equal(InputSource.TestData, cell.Measurement!.OneShot!.Source));
        Assert.Single(cells.Select(cell => cell.Measurement!.OneShot!.TestDataSha256).Distinct());
        Assert.NotNull(cells[1].Quality!.Outputs);
    }

    [NeedsModelsFact("silero-vad")]
    public void Run_AudioModelInTwoPrecisions_IsScoredOnTheRunsInputs()
    {
        var cells = Measure("silero-vad", "--precision", "fp32,fp16", "--dim", "sequence=512", "--batch", "1");

        Assert.Null(cells[1].QualityError);
        Assert.InRange(cells[1].Quality!.Outputs!.CosineMean, 0.99, 1.0001);
    }

    [NeedsModelsFact("odd/winml/zipmap-int64.onnx")]
    public void Run_ModelWithMaps_SaysThatItsOutputsAreAllocated()
    {
        var cell = Assert.Single(Measure("odd/winml/zipmap-int64.onnx", bound: false));

        Assert.False(cell.Measurement!.OneShot!.Bound);
        Assert.Contains(cell.Validity!.Reasons, reason => reason.Contains("cannot be bound to memory, so each operation allocates its outputs", StringComparison.Ordinal));
    }

    [NeedsModelsFact("mnist")]
    public void Run_ModelOfOneBatch_IsMeasuredAtThatBatchAndSaysSo()
    {
        using var person = new Inferbench();

        var command = person.Run(["run", "--model", TestModels.Path("mnist"), "--batch", "2,4", .. Quick]).ExitsWith(0);

        Assert.Contains("1 cell,", command.Output, StringComparison.Ordinal);
        Assert.Contains("batch 1, fixed by the model, inputs from test_data_set_0", command.Output, StringComparison.Ordinal);
        Assert.Contains("items/s", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TTFT", command.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["item-cost-by-batch.svg", "items-by-batch.svg", "latency-ecdf.svg"],
            Directory.EnumerateFiles(Path.Combine(person.OnlyRun, "charts"), "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [NeedsModelsFact("odd/winml/dictvectorizer-string.onnx")]
    public void Run_OutputOfAnotherShapeThanDeclared_HasNoFigures()
    {
        using var person = new Inferbench();

        person.Run(["run", "--model", TestModels.Path("odd/winml/dictvectorizer-string.onnx"), .. Quick]).ExitsWith(1);

        var cell = Assert.Single(RunFiles.Document(person.OnlyRun).Cells);
        Assert.Equal("Y is float32[1x3] where float32[scalar] is declared", cell.Error);
        Assert.Null(cell.Items);
    }

    [NeedsModelsFact("tiny-bert")]
    public void Run_DecoderBesideAnEncoder_AnswersEachInItsOwnUnit()
    {
        using var person = new Inferbench();

        var command = person.Run(
            ["run", "--model", $"llama-tiny,{TestModels.Path("tiny-bert")}", "--precision", "fp32", "--batch", "1", "--prompt", "8", "--gen", "4", .. Quick]).ExitsWith(0);

        Assert.Contains("Decoders: ", command.Output, StringComparison.Ordinal);
        Assert.Contains("One-shot models: ", command.Output, StringComparison.Ordinal);
        var cells = RunFiles.Document(person.OnlyRun).Cells;
        Assert.Equal([(true, false), (false, true)], cells.Select(cell => (cell.Metrics is not null, cell.Items is not null)));
    }

    [NeedsModelsFact("mnist")]
    public void Resume_FinishedOneShotRun_HasNothingLeft()
    {
        using var person = new Inferbench();
        person.Run(["run", "--model", TestModels.Path("mnist"), "--input", "Input3=:ones", .. Quick]).ExitsWith(0);

        var resumed = person.Run("run", "--resume", person.OnlyRun, "--dry-run").ExitsWith(0);

        Assert.Contains("0 of 1 cells are left", resumed.Output, StringComparison.Ordinal);
    }

    /// <summary>Measures a model and checks what holds for every one-shot run.</summary>
    private static IReadOnlyList<RunCell> Measure(string model, params string[] more) => Measure(model, bound: true, more);

    private static IReadOnlyList<RunCell> Measure(string model, bool bound, params string[] more)
    {
        using var person = new Inferbench();
        person.Run(["run", "--model", TestModels.Path(model), .. Quick, .. more]).ExitsWith(0);
        person.Run("verify", person.OnlyRun).ExitsWith(0);
        var document = RunFiles.Document(person.OnlyRun);
        Assert.All(document.Cells, cell =>
        {
            Assert.Equal(CellStatus.Measured, cell.Status);
            Assert.Null(cell.Metrics);
            Assert.Equal(ItemMetricsCalculator.Compute(cell.Cell, cell.Measurement!.Samples), cell.Items);
            Assert.True(cell.Measurement.OutputStable);
            Assert.Equal((null, null, null), (cell.Measurement.OutputIds, cell.Measurement.DistinctOutputIds, cell.Measurement.KvCacheBytes));
            Assert.True(!bound || cell.Measurement.ManagedBytesPerToken <= 64);
        });
        return document.Cells;
    }
}
