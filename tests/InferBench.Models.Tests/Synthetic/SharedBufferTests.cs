using InferBench.Models.Synthetic;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Synthetic;

/// <summary>The GenAI layout promises, in its genai_config.json, that past and present may be one buffer.</summary>
public sealed class SharedBufferTests(SharedModels models) : IClassFixture<SharedModels>
{
    private static readonly long[] Prompt = [1, 17, 99, 5, 200, 31, 64, 8];

    [Fact]
    public void RunWithBinding_PastAndPresentInOneBuffer_GivesTheTokensOfGrowingCaches()
    {
        var spec = SharedModels.Spec("llama-tiny", "fp32", ModelLayout.GenAi);
        using var growing = new GreedyDecoder(models[spec], spec);

        Assert.Equal(growing.Generate(Prompt, 32), Generate(spec, 32));
    }

    private List<long> Generate(SyntheticModelSpec spec, int count)
    {
        using var session = new InferenceSession(models[spec].ModelPath);
        using var options = new RunOptions();
        using var binding = session.CreateIoBinding();
        var logits = new float[spec.Shape.Vocab];
        using var scores = OrtValue.CreateTensorValueFromMemory(logits, [1, 1, logits.Length]);
        binding.BindOutput("logits", scores);
        var caches = Caches(spec).ToList();
        foreach (var (name, buffer) in caches)
        {
            binding.BindInput($"past_key_values.{name}", buffer);
            binding.BindOutput($"present.{name}", buffer);
        }

        List<long> tokens = [];
        var (next, past) = (Prompt, 0);
        while (tokens.Count < count)
        {
            past += next.Length;
            using var ids = OrtValue.CreateTensorValueFromMemory(next, [1, next.Length]);
            using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, past).ToArray(), [1, past]);
            binding.BindInput("input_ids", ids);
            binding.BindInput("attention_mask", mask);
            session.RunWithBinding(options, binding);
            tokens.Add(Array.IndexOf(logits, logits.Max()));
            next = [tokens[^1]];
        }

        caches.ForEach(c => c.Buffer.Dispose());
        return tokens;
    }

    private static IEnumerable<(string Name, OrtValue Buffer)> Caches(SyntheticModelSpec spec)
    {
        long[] shape = [1, spec.Shape.KvHeads, spec.Shape.Context, spec.Shape.HeadDim];
        for (var layer = 0; layer < spec.Shape.Layers; layer++)
        {
            foreach (var which in (string[])["key", "value"])
            {
                yield return ($"{layer}.{which}", OrtValue.CreateTensorValueFromMemory(new float[shape[1] * shape[2] * shape[3]], shape));
            }
        }
    }
}
