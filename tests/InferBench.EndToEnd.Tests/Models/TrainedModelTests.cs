using System.Text.Json;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Models;

/// <summary>A small trained model whose greedy continuation was computed by another implementation.</summary>
public sealed class TrainedModelTests
{
    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Run_TransformersExport_GeneratesTheGoldenContinuation() => AssertGolden("babyllama/hf-fp32");

    [NeedsModelsFact("babyllama/genai-fp32/model.onnx")]
    public void Run_GenAiExport_GeneratesTheGoldenContinuation() => AssertGolden("babyllama/genai-fp32");

    [NeedsModelsFact("babyllama/genai-fp32/model.onnx")]
    public void Run_TokensSelectedInTheGraph_GeneratesTheGoldenContinuationAndSaysSo()
    {
        var run = AssertGolden("babyllama/genai-fp32", "--selection", "graph");

        Assert.Equal("graph", Assert.Single(run.Shards).Session!.Selection);
        Assert.Equal("graph", run.Plan.Selection);
    }

    private static RunDocument AssertGolden(string model, params string[] options)
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(TestModels.Path("reference/babyllama_golden.json")));
        var greedy = golden.RootElement.GetProperty("greedy");
        var prompt = Ids(greedy.GetProperty("promptIds"));
        var expected = Ids(greedy.GetProperty("ids"))[prompt.Count..];
        Assert.Equal(64, expected.Count);
        using var person = new Inferbench();

        person.Run([
            "run", "--model", TestModels.Path(model), "--prompt-ids", string.Join(',', prompt), "--gen", $"{expected.Count}", "--batch", "1,2",
            "--seconds", "0.2", "--min-ops", "3", "--max-ops", "10", .. options]).ExitsWith(0);

        var document = RunFiles.Document(person.OnlyRun);
        Assert.Equal(2, document.Cells.Count);
        Assert.All(document.Cells, cell => Assert.Equal(expected, cell.Measurement!.OutputIds));
        return document;
    }

    private static List<int> Ids(JsonElement ids) => [.. ids.EnumerateArray().Select(id => id.GetInt32())];
}
