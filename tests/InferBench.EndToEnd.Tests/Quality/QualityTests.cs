using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Quality;

/// <summary>The real command. Expected perplexity: reference/babyllama_golden.json, a float64 implementation of the trained model on the same stories.</summary>
public sealed class QualityTests : IDisposable
{
    private const string Stories = "text/tinystories_sample.txt";
    private const double GoldenPerplexity = 1.849458391840582;

    private readonly Inferbench _person = new();

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Quality_TransformersExport_GivesTheGoldenPerplexity() => AssertGolden("babyllama/hf-fp32");

    [NeedsModelsFact("babyllama/genai-fp32/model.onnx")]
    public void Quality_GenAiExport_GivesTheGoldenPerplexity() => AssertGolden("babyllama/genai-fp32/model.onnx");

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Quality_ModelAgainstItself_FindsNoDifference()
    {
        var folder = TestModels.Path("babyllama/hf-fp32");

        var report = Json("--model", folder, "--reference", folder, "--text", TestModels.Path(Stories), "--max-tokens", "300", "--greedy", "20");

        Assert.Equal(300, report.GetProperty("text").GetProperty("tokensScored").GetInt32());
        Assert.Equal(0, report.GetProperty("perplexityChangePercent").GetProperty("value").GetDouble());
        Assert.Equal(0, report.GetProperty("klMeanNats").GetDouble());
        Assert.Equal(0, report.GetProperty("klP99Nats").GetDouble());
        Assert.Equal(1, report.GetProperty("top1Agreement").GetProperty("value").GetDouble());
        Assert.Equal(20, report.GetProperty("greedyTokens").GetInt32());
        Assert.Equal(20, report.GetProperty("identicalGreedyPrefix").GetInt32());
    }

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Quality_TokenizersThatDiffer_AreRefusedWithTheWord()
    {
        var copy = Copy("*");
        var tokenizer = Path.Combine(copy, "tokenizer.json");
        File.WriteAllText(tokenizer, File.ReadAllText(tokenizer)
            .Replace("\"e\":", "\"#\":", StringComparison.Ordinal)
            .Replace("\"t\":", "\"e\":", StringComparison.Ordinal)
            .Replace("\"#\":", "\"t\":", StringComparison.Ordinal));
        var text = _person.Write("text.txt", "He");

        _person.Run("quality", "--model", copy, "--reference", TestModels.Path("babyllama/hf-fp32"), "--text", text).Complains(
            "the model and its reference have different tokenizers and cannot be compared: in document 1 of text.txt, token 4 is \"e\"");
    }

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Quality_ModelWithoutTokenizer_IsRefused() =>
        _person.Run("quality", "--model", Copy("model.onnx"), "--text", _person.Write("text.txt", "He")).Complains("there is no tokenizer beside this model");

    [Fact]
    public void Quality_SyntheticModelsWithoutText_ScoresWhatTheReferenceSampled()
    {
        var finished = _person.Run("quality", "--model", "llama-tiny:int4", "--reference", "llama-tiny:fp32", "--threads", "1").ExitsWith(0);

        Assert.Contains(" perplexity against fp32 (KL ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("nats, top-1 ", finished.Output, StringComparison.Ordinal);
        Assert.Contains(", on text that the reference itself sampled\n", finished.Output, StringComparison.Ordinal);
        Assert.Contains("sampled by the reference itself at temperature 1 (seed 42)", finished.Output, StringComparison.Ordinal);
        Assert.Contains("synthetic weights are random", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_FewSampledTokens_GivesJsonWithNullForWhatTheyCannotSupport()
    {
        var report = Json("--model", "llama-tiny:int8", "--reference", "llama-tiny", "--max-tokens", "100");

        Assert.Equal(1, report.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("int8-dyn-chan", report.GetProperty("model").GetProperty("precision").GetString());
        Assert.Equal("fp32", report.GetProperty("reference").GetProperty("precision").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("klP99Nats").ValueKind);
        Assert.True(report.GetProperty("klMeanNats").GetDouble() > 0);
        var text = report.GetProperty("text");
        Assert.Equal(JsonValueKind.Null, text.GetProperty("file").ValueKind);
        Assert.Equal(42, text.GetProperty("sampledFromReferenceSeed").GetInt32());
        Assert.InRange(text.GetProperty("tokensScored").GetInt32(), 2, 100);
    }

    public void Dispose() => _person.Dispose();

    /// <summary>A folder of one's own with these files of the trained model.</summary>
    private string Copy(string pattern)
    {
        var copy = Directory.CreateDirectory(Path.Combine(_person.Home, "above", "copy")).FullName;
        foreach (var file in Directory.EnumerateFiles(TestModels.Path("babyllama/hf-fp32"), pattern))
        {
            File.WriteAllBytes(Path.Combine(copy, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        return copy;
    }

    private void AssertGolden(string model)
    {
        var report = Json("--model", TestModels.Path(model), "--text", TestModels.Path(Stories));

        var perplexity = report.GetProperty("model").GetProperty("perplexity");
        Assert.Equal(GoldenPerplexity, perplexity.GetProperty("value").GetDouble(), 1e-4);
        Assert.InRange(perplexity.GetProperty("low").GetDouble(), 1.5, GoldenPerplexity);
        Assert.InRange(perplexity.GetProperty("high").GetDouble(), GoldenPerplexity, 2.3);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("reference").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("klMeanNats").ValueKind);
        var text = report.GetProperty("text");
        Assert.Equal("tinystories_sample.txt", text.GetProperty("file").GetString());
        Assert.Equal((1_275, 5, 5), (text.GetProperty("tokensScored").GetInt32(), text.GetProperty("documents").GetInt32(), text.GetProperty("documentsCut").GetInt32()));
    }

    private JsonElement Json(params string[] arguments)
    {
        var output = _person.Run(["quality", "--json", .. arguments]).ExitsWith(0).Output;
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
