using System.Text.Json;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>A trained model of a million parameters, with a continuation that an independent float64 implementation made.</summary>
internal static class BabyLlama
{
    public const string Optimum = "babyllama/hf-fp32/model.onnx";

    public const string GenAi = "babyllama/genai-fp32/model.onnx";

    private static readonly Lazy<(long[] Prompt, int[] Continuation)> Golden = new(Read);

    public static long[] Prompt => Golden.Value.Prompt;

    public static int[] Continuation => Golden.Value.Continuation;

    private static (long[] Prompt, int[] Continuation) Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestModels.Path("reference/babyllama_golden.json")));
        var greedy = document.RootElement.GetProperty("greedy");
        var prompt = greedy.GetProperty("promptIds").EnumerateArray().Select(e => e.GetInt64()).ToArray();

        // The recorded ids begin with the prompt itself.
        var ids = greedy.GetProperty("ids").EnumerateArray().Select(e => e.GetInt32()).Skip(prompt.Length).ToArray();
        return (prompt, ids);
    }
}
