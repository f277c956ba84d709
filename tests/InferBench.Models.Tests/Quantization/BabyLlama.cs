using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Quantization;

/// <summary>A real, trained Llama of a million parameters, and how well a quantized form of it predicts five short stories.</summary>
internal static class BabyLlama
{
    public const string Optimum = "babyllama/hf-fp32/model.onnx";
    public const string GenAi = "babyllama/genai-fp32/model.onnx";
    private const int Context = 256;
    private const int Layers = 5;

    /// <summary>exp of the mean negative log-likelihood, as <c>reference/babyllama_golden.json</c> defines it.</summary>
    public static double Perplexity(string modelPath)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 2, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(modelPath, options);
        var (sum, count) = (0.0, 0);
        foreach (var ids in Stories())
        {
            var logits = Logits(session, ids);
            var vocabulary = logits.Length / ids.Length;
            for (var i = 1; i < ids.Length; i++)
            {
                var row = logits.AsSpan((i - 1) * vocabulary, vocabulary).ToArray();
                var largest = row.Max();
                sum += Math.Log(row.Sum(l => Math.Exp((double)l - largest))) + largest - row[ids[i]];
                count++;
            }
        }

        return Math.Exp(sum / count);
    }

    public static float[] Logits(InferenceSession session, long[] ids)
    {
        using var runOptions = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, ids.Length).ToArray(), [1, ids.Length]);
        using var positions = OrtValue.CreateTensorValueFromMemory(Enumerable.Range(0, ids.Length).Select(i => (long)i).ToArray(), [1, ids.Length]);
        var half = session.InputMetadata["past_key_values.0.key"].ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float16;
        List<string> names = ["input_ids", "attention_mask"];
        List<OrtValue> values = [input, mask];
        if (session.InputMetadata.ContainsKey("position_ids"))
        {
            names.Add("position_ids");
            values.Add(positions);
        }

        for (var layer = 0; layer < Layers; layer++)
        {
            foreach (var which in (string[])["key", "value"])
            {
                names.Add(FormattableString.Invariant($"past_key_values.{layer}.{which}"));
                values.Add(half
                    ? OrtValue.CreateTensorValueFromMemory(Array.Empty<Float16>(), [1, 4, 0, 16])
                    : OrtValue.CreateTensorValueFromMemory(Array.Empty<float>(), [1, 4, 0, 16]));
            }
        }

        using var results = session.Run(runOptions, names, values, ["logits"]);
        values.ForEach(v => v.Dispose());
        return session.OutputMetadata["logits"].ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float16
            ? results[0].GetTensorDataAsSpan<Float16>().ToArray().Select(h => (float)h).ToArray()
            : results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static IEnumerable<long[]> Stories()
    {
        using var tokenizer = JsonDocument.Parse(File.ReadAllBytes(TestModels.Path("babyllama/hf-fp32/tokenizer.json")));
        var vocabulary = tokenizer.RootElement.GetProperty("model").GetProperty("vocab").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64());
        var text = File.ReadAllText(TestModels.Path("text/tinystories_sample.txt"));
        foreach (var story in text.Split("<|endoftext|>", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Without merges, byte-pair encoding is one token for each character; 1 begins a text, 0 is unknown.
            var normal = "▁" + story.Replace(' ', '▁');
            IEnumerable<long> ids = normal.EnumerateRunes().Select(rune => vocabulary.GetValueOrDefault(rune.ToString(), 0));
            yield return [.. ids.Prepend(1).Take(Context)];
        }
    }
}
