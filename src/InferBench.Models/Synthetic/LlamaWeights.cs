using System.Globalization;

namespace InferBench.Models.Synthetic;

/// <summary>
/// The random weights of one model, scaled so that it behaves like a model: activations keep their size through the layers, attention picks
/// positions instead of averaging them, greedy output wanders, and quantizing the weights changes the logits a little and not altogether.
/// </summary>
/// <remarks>
/// <para>
/// Greedy output of a naive random model repeats one token for ever: with a tied head, the input token's own embedding, still in the residual
/// stream, scores that token highest. Final norm weights of random sign make the head score a token by something unrelated to its embedding.
/// </para>
/// <para>
/// The layers together add about as much to the stream as the embedding, however many there are. More, and the 8 % error of 4-bit weights is
/// amplified from layer to layer until the logits have nothing in common; less, and the walk ends in a short cycle. The gains were found by trial.
/// </para>
/// </remarks>
internal sealed class LlamaWeights(LlamaShape shape, ulong seed)
{
    private const double QueryKeyGain = 1.4;
    private const double AttentionGain = 2;
    private const double FfnGain = 2;
    private const double NormSpread = 0.05;

    /// <summary>The embedding table, [vocab, hidden]; each token's row has about unit length.</summary>
    public WeightMatrix Embedding => Matrix("model.embed_tokens", shape.Vocab, shape.Hidden, 1);

    /// <summary>The output head; the embedding itself where they are tied.</summary>
    public WeightMatrix Head => shape.Tied ? Embedding : Matrix("lm_head", shape.Vocab, shape.Hidden, 1);

    public WeightMatrix FinalNorm => Norm("model.norm", spread: 1, mean: 0);

    private double LayerShare => PerRoot(shape.Hidden) / Math.Sqrt(2.0 * shape.Layers);

    public WeightMatrix InputNorm(int layer) => Norm(Layer(layer, "input_layernorm"), NormSpread, mean: 1);

    public WeightMatrix Query(int layer) => Matrix(Layer(layer, "self_attn.q_proj"), shape.Heads * shape.HeadDim, shape.Hidden, QueryKeyGain);

    public WeightMatrix Key(int layer) => Matrix(Layer(layer, "self_attn.k_proj"), shape.KvHeads * shape.HeadDim, shape.Hidden, QueryKeyGain);

    public WeightMatrix Value(int layer) => Matrix(Layer(layer, "self_attn.v_proj"), shape.KvHeads * shape.HeadDim, shape.Hidden, 1);

    public WeightMatrix AttentionOutput(int layer) =>
        Matrix(Layer(layer, "self_attn.o_proj"), shape.Hidden, shape.Heads * shape.HeadDim, AttentionGain * LayerShare);

    public WeightMatrix PostAttentionNorm(int layer) => Norm(Layer(layer, "post_attention_layernorm"), NormSpread, mean: 1);

    public WeightMatrix Gate(int layer) => Matrix(Layer(layer, "mlp.gate_proj"), shape.Ffn, shape.Hidden, 1);

    public WeightMatrix Up(int layer) => Matrix(Layer(layer, "mlp.up_proj"), shape.Ffn, shape.Hidden, 1);

    public WeightMatrix Down(int layer) => Matrix(Layer(layer, "mlp.down_proj"), shape.Hidden, shape.Ffn, FfnGain * LayerShare);

    private static string Layer(int layer, string module) => string.Create(CultureInfo.InvariantCulture, $"model.layers.{layer}.{module}");

    private static double PerRoot(int inputs) => 1 / Math.Sqrt(inputs);

    private WeightMatrix Matrix(string module, int outputs, int inputs, double gain) =>
        new($"{module}.weight", Values(module, gain * PerRoot(inputs), mean: 0), outputs, inputs);

    // Equal tensors would be merged by ONNX Runtime, so no norm is all ones.
    private WeightMatrix Norm(string module, double spread, double mean) => new($"{module}.weight", Values(module, spread, mean), 1, shape.Hidden);

    private SeededWeights Values(string module, double standardDeviation, double mean) => new(seed, $"{module}.weight", standardDeviation, mean);
}
