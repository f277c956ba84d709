using System.Text.Json;

namespace InferBench.Tests.Runtime.Scoring;

/// <summary>The five stories behind the golden perplexity, encoded by BabyLlama's vocabulary, which has no merges: a character each.</summary>
internal static class StoryText
{
    private const int Begin = 1;
    private const int Context = 256;

    private static readonly Lazy<Dictionary<string, int>> Vocabulary = new(ReadVocabulary);

    public static int[][] Documents() =>
        [.. File.ReadAllText(TestModels.Path("text/tinystories_sample.txt"))
            .Split("<|endoftext|>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(story => Encode(story).Take(Context).ToArray())];

    public static int[] Encode(string text) =>
        [Begin, .. $" {text}".Replace(' ', '▁').EnumerateRunes().Select(r => Vocabulary.Value.GetValueOrDefault(r.ToString(), 0))];

    private static Dictionary<string, int> ReadVocabulary()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(TestModels.Path("babyllama/hf-fp32/tokenizer.json")));
        return document.RootElement.GetProperty("model").GetProperty("vocab").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());
    }
}
