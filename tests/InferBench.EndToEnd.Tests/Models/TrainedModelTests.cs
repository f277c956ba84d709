using System.Text.Json;
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

    private static void AssertGolden(string model)
    {
        using var golden = JsonDocument.Parse(File.ReadAllBytes(TestModels.Path("reference/babyllama_golden.json")));
        var greedy = golden.RootElement.GetProperty("greedy");
        var prompt = Ids(greedy.GetProperty("promptIds"));
        var expected = Ids(greedy.GetProperty("ids"))[prompt.Count..];
        Assert.Equal(64, expected.Count);
        using var person = new Inferbench();

        person.Run(
            "run", "--model", TestModels.Path(model), "--prompt-ids", string.Join(',', prompt), "--gen", $"{expected.Count}", "--batch", "1,2",
            "--seconds", "0.2", "--min-ops", "3", "--max-ops", "10").ExitsWith(0);

        foreach (var cell in RunFiles.Document(person.OnlyRun).Cells)
        {
            Assert.Equal(expected, cell.Measurement!.OutputIds);
        }
    }

    private static List<int> Ids(JsonElement ids) => [.. ids.EnumerateArray().Select(id => id.GetInt32())];
}
