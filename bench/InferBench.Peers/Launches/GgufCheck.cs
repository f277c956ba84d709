using System.Globalization;
using System.Numerics.Tensors;
using InferBench.Core.Errors;
using InferBench.Models.Synthetic;
using InferBench.Peers.Gguf;
using InferBench.Peers.Sides;
using InferBench.Runtime.Decoding;

namespace InferBench.Peers.Launches;

/// <summary>
/// Holds the GGUF files that are written here against llama.cpp itself: it must score a token from blocks of integers as it does from the floats that
/// these stand for. A nibble in the wrong half of a byte, or a block's scale misread, would leave nothing alike.
/// </summary>
/// <param name="plan">Model, prompt, threads and where files are kept.</param>
internal sealed class GgufCheck(PeerPlan plan)
{
    // llama.cpp rounds activations to bytes where weights are integers, which is all that may differ.
    private const double Least = 0.999;

    /// <exception cref="BadInputException">The scores of a format differ.</exception>
    public IEnumerable<string> Run()
    {
        var spec = SyntheticModelSpec.Preset(plan.Model);
        foreach (var type in (GgufType[])[GgufType.Q8_0, GgufType.Q4_0])
        {
            var cosine = TensorPrimitives.CosineSimilarity(Logits(spec, type, null), Logits(spec, GgufType.F32, type));
            yield return cosine >= Least
                ? string.Create(CultureInfo.InvariantCulture, $"{type}: llama.cpp scores it as it does its rounded floats (cosine {cosine:0.00000})")
                : throw new BadInputException(string.Create(
                    CultureInfo.InvariantCulture, $"{type}: llama.cpp scores it otherwise than its rounded floats (cosine {cosine:0.00000}, at least {Least} is expected)"));
        }
    }

    private float[] Logits(SyntheticModelSpec spec, GgufType type, GgufType? rounded)
    {
        var path = Path.Combine(plan.Cache, "gguf", $"{spec.ShapeName}-{rounded}{(rounded is null ? "" : "-as-")}{type}-s{spec.Seed}-v{SyntheticModelSpec.BuilderVersion}.{LlamaGguf.Version}.gguf");
        LlamaGguf.Write(spec.Shape, spec.Seed, type, path, rounded);
        var prompt = PromptIds.Random(plan.Seed, 1, plan.Prompt, spec.Shape.Vocab).Select(id => (int)id);
        using var side = new SideProcess(Side.LlamaCpp, new SideRequest("", path, plan.Threads, 1, [.. prompt], Generated: 1, EndToken: 0));
        side.Generate();
        return side.FirstLogits();
    }
}
