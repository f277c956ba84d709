using InferBench.Core.Journals;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Quality;

/// <summary>Runs that join what a precision saves to what it loses.</summary>
public sealed class ScoredRunTests : IDisposable
{
    private const string Stories = "text/tinystories_sample.txt";
    private const double GoldenPerplexity = 1.849458391840582;

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [NeedsModelsFact("babyllama/genai-fp32/model.onnx")]
    public void Run_TrainedModelInThreePrecisions_PrintsCostSpeedAndQualityInOneTable()
    {
        var text = TestModels.Path(Stories);
        var finished = _person.Run(Sweep.Of(
            TestModels.Path("babyllama/genai-fp32"), "--precision", "fp32,int8,int4", "--text", text, "--prompt-text", text)).ExitsWith(0);

        var table = finished.Output.Split('\n').First(line => line.Contains("precision", StringComparison.Ordinal) && line.Contains("validity", StringComparison.Ordinal));
        Assert.All(["tok/s", "$/M output tok", "perplexity", "vs reference", "top-1"], column => Assert.Contains(column, table, StringComparison.Ordinal));

        var document = RunFiles.Document(_person.OnlyRun);
        var quality = document.Cells.ToDictionary(cell => cell.Cell.Precision, cell => cell.Quality!);
        Assert.Equal(GoldenPerplexity, quality["fp32"].Model.Perplexity!.Value, 1e-4);
        Assert.Null(quality["fp32"].PerplexityChangePercent);
        Assert.InRange(Math.Abs(quality["int8-dyn-chan"].PerplexityChangePercent!.Value), 0, 1);
        Assert.InRange(quality["int4-rtn-b32-sym"].PerplexityChangePercent!.Value, 0, 8);
        Assert.Equal(document.Models[0].Sha256, quality["int4-rtn-b32-sym"].Reference!.Sha256);
        Assert.Equal([null, document.Models[0].Sha256, document.Models[0].Sha256], document.Models.Select(model => model.QuantizedFrom));
        Assert.All(document.Models, model => Assert.InRange(model.TokensPerThousandCharacters!.Value, 100, 1_100));
        Assert.NotNull(document.EndedAt);
        Assert.Contains("perplexity +", File.ReadAllText(Path.Combine(_person.OnlyRun, "charts", "cost-by-batch.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SyntheticModels_AreScoredWhereSomebodyAsks()
    {
        _person.Run(Sweep.Of("llama-tiny", "--precision", "fp32,int4", "--quality", "on")).ExitsWith(0);

        var cells = RunFiles.Document(_person.OnlyRun).Cells;
        Assert.Equal(42, cells[0].Quality!.Text!.SampledFromReferenceSeed);
        Assert.Null(cells[0].Quality!.Reference);
        Assert.Equal(cells[0].Quality!.Model.Perplexity!.Value, cells[1].Quality!.Reference!.Perplexity!.Value, 1e-9);
        Assert.InRange(cells[1].Quality!.KlMeanNats!.Value, 1e-6, 5);
    }

    [Fact]
    public void Run_SyntheticModels_AreNotScoredUnasked()
    {
        _person.Run(Sweep.Of("llama-tiny", "--precision", "fp32,int4")).ExitsWith(0);

        Assert.All(RunFiles.Document(_person.OnlyRun).Cells, cell => Assert.Null(cell.Quality));
    }

    [Fact]
    public void Run_TextForASyntheticModel_IsRefusedBeforeAnythingRuns()
    {
        var text = _person.Write("text.txt", "Once upon a time");

        _person.Run(Sweep.Tiny("--text", text)).Complains("llama-tiny is synthetic and has no tokenizer to read a quality text with");
        _person.Run(Sweep.Tiny("--prompt-text", text)).Complains("llama-tiny is synthetic and has no tokenizer to read a prompt text with");
        _person.Run(Sweep.Tiny("--text", Path.Combine(_person.Home, "none.txt"))).Complains("there is no such file");
        _person.Run(Sweep.Tiny("--quality", "maybe")).Complains("quality 'maybe' is not known; use auto, on or off");
        _person.Run(Sweep.Tiny("--quality", "off", "--reference", "llama-tiny")).Complains("quality is off");
        Assert.Empty(_person.Runs);
    }

    [Fact]
    public void Resume_ARunWhoseModelsWereNotAllScored_ScoresTheRestAndMeasuresNothingAgain()
    {
        _person.Run(Sweep.Of("llama-tiny", "--precision", "fp32,int4", "--quality", "on")).ExitsWith(0);
        var journal = RunFiles.Journal(_person.OnlyRun);
        var whole = RunFiles.Document(_person.OnlyRun);

        // As if the power had gone while the second model was being scored.
        File.WriteAllLines(journal, File.ReadAllLines(journal)[..^2]);
        Assert.Single(RunFiles.Rows(_person.OnlyRun).OfType<QualityMeasuredRow>());

        var finished = _person.Run("run", "--resume", _person.OnlyRun).ExitsWith(0);

        Assert.Contains("0 of 2 cells are left, and 1 model is to be scored", finished.Output, StringComparison.Ordinal);
        var resumed = RunFiles.Document(_person.OnlyRun);
        Assert.Equal(whole.Cells[1].Quality!.PerplexityChangePercent, resumed.Cells[1].Quality!.PerplexityChangePercent);
        Assert.Equal(2, RunFiles.Rows(_person.OnlyRun).OfType<CellMeasuredRow>().Count());
        Assert.NotNull(resumed.EndedAt);
    }

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Run_ModelThatCannotBeScored_KeepsItsSpeedAndSaysWhy()
    {
        // Without a tokenizer the text cannot be read.
        var copy = Directory.CreateDirectory(Path.Combine(_person.Home, "bare")).FullName;
        File.Copy(TestModels.Path("babyllama/hf-fp32/model.onnx"), Path.Combine(copy, "model.onnx"));
        File.Copy(TestModels.Path("babyllama/hf-fp32/config.json"), Path.Combine(copy, "config.json"));

        var finished = _person.Run(Sweep.Of(copy, "--text", TestModels.Path(Stories))).ExitsWith(0);

        var cell = Assert.Single(RunFiles.Document(_person.OnlyRun).Cells);
        Assert.Equal(CellStatus.Measured, cell.Status);
        Assert.Contains("there is no tokenizer beside this model", cell.QualityError, StringComparison.Ordinal);
        Assert.Contains("  not scored: ", finished.Output, StringComparison.Ordinal);
    }
}
