using System.Globalization;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;

namespace InferBench.Models.Synthetic;

/// <summary>What both layouts of the decoder have in common.</summary>
internal sealed class DecoderParts(GraphBuilder graph, LlamaShape shape, LlamaWeights weights, WeightPrecision precision)
{
    /// <summary>The epsilon of RMSNorm, Llama's.</summary>
    public const float NormEpsilon = 1e-5f;

    private readonly IMatMulWriter _matMul = MatMulWriters.For(precision);
    private string? _embedding;

    public GraphBuilder Graph => graph;

    public LlamaShape Shape => shape;

    public LlamaWeights Weights => weights;

    public OnnxElementType Float => precision.Activations.ElementType();

    public static string Layer(int layer, string rest) => string.Create(CultureInfo.InvariantCulture, $"/model/layers.{layer}/{rest}");

    public static string Past(int layer, string which) => string.Create(CultureInfo.InvariantCulture, $"past_key_values.{layer}.{which}");

    public static string Present(int layer, string which) => string.Create(CultureInfo.InvariantCulture, $"present.{layer}.{which}");

    /// <summary>Looks up the token embeddings, [batch, sequence, hidden].</summary>
    public string Embed()
    {
        var table = weights.Embedding;
        _embedding = graph.Weight(
            table.Name, Float, new FloatContent(table, transposed: false, precision.Activations), table.Outputs, table.Inputs);
        return graph.Node("/model/embed_tokens/Gather", "Gather", [_embedding, "input_ids"]);
    }

    public string MatMul(string name, string input, WeightMatrix matrix) => _matMul.MatMul(graph, name, input, matrix);

    public string Norm(WeightMatrix norm) =>
        graph.Weight(norm.Name, Float, new FloatContent(norm, transposed: false, precision.Activations), norm.Inputs);

    public string Rotary(string name, bool sines) =>
        graph.Weight(name, Float, new RotaryTable(shape, sines, precision.Activations), shape.Context, shape.HeadDim / 2);

    /// <summary>SwiGLU: down(silu(gate) × up).</summary>
    public string FeedForward(int layer, string input)
    {
        var path = Layer(layer, "mlp");
        var gate = MatMul($"{path}/gate_proj", input, weights.Gate(layer));
        var up = MatMul($"{path}/up_proj", input, weights.Up(layer));
        var sigmoid = graph.Node($"{path}/act_fn/Sigmoid", "Sigmoid", [gate]);
        var silu = graph.Node($"{path}/act_fn/Mul", "Mul", [gate, sigmoid]);
        var product = graph.Node($"{path}/Mul", "Mul", [silu, up]);
        return MatMul($"{path}/down_proj", product, weights.Down(layer));
    }

    /// <summary>The output head; its result is renamed to <c>logits</c>.</summary>
    public void Head(string input)
    {
        var scores = _matMul.MatMul(graph, "/lm_head", input, weights.Head, shape.Tied ? _embedding : null);
        var last = graph.Graph.Node[^1];
        last.Output[last.Output.IndexOf(scores)] = "logits";
    }

    public void CacheInputs(string presentLength)
    {
        string[] dims = ["batch_size", Text(shape.KvHeads), "past_sequence_length", Text(shape.HeadDim)];
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            graph.Input(Past(layer, "key"), Float, dims);
            graph.Input(Past(layer, "value"), Float, dims);
        }

        dims[2] = presentLength;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            graph.Output(Present(layer, "key"), Float, dims);
            graph.Output(Present(layer, "value"), Float, dims);
        }
    }

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
