using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>
/// Grouped-query attention on operators of ai.onnx. What all layers share, the mask and the rows of the rotary tables, is computed once.
/// Comments give shapes: B batch, S new tokens, T all tokens, H query heads, G key and value heads, D head width.
/// </summary>
internal sealed class PlainAttention
{
    private readonly DecoderParts _parts;
    private readonly GraphBuilder _graph;
    private readonly LlamaShape _shape;
    private readonly string _mask;
    private readonly string _cos;
    private readonly string _sin;

    public PlainAttention(DecoderParts parts)
    {
        (_parts, _graph, _shape) = (parts, parts.Graph, parts.Shape);
        _mask = new CausalMask(parts).Add();
        _cos = RotaryRows("cos", sines: false);
        _sin = RotaryRows("sin", sines: true);
    }

    public string Add(int layer, string input)
    {
        var path = DecoderParts.Layer(layer, "self_attn");
        var query = Rotate($"{path}/q", Heads($"{path}/q_proj", input, _parts.Weights.Query(layer), _shape.Heads));
        var newKey = Rotate($"{path}/k", Heads($"{path}/k_proj", input, _parts.Weights.Key(layer), _shape.KvHeads));
        var newValue = Heads($"{path}/v_proj", input, _parts.Weights.Value(layer), _shape.KvHeads);
        var key = Repeat($"{path}/k_repeat", Append($"{path}/k_cache", layer, "key", newKey));
        var value = Repeat($"{path}/v_repeat", Append($"{path}/v_cache", layer, "value", newValue));

        // [B, H, S, D] × [B, H, D, T]
        var transposed = _graph.Node($"{path}/Transpose", "Transpose", [key], Attributes.Ints("perm", 0, 1, 3, 2));
        var products = _graph.Node($"{path}/MatMul", "MatMul", [query, transposed]);
        var scaled = _graph.Node($"{path}/Mul", "Mul", [products, _graph.Scalar((float)(1 / Math.Sqrt(_shape.HeadDim)), _parts.Float)]);
        var masked = _graph.Node($"{path}/Add", "Add", [scaled, _mask]);
        var weights = _graph.Node($"{path}/Softmax", "Softmax", [masked], Attributes.Int("axis", -1));

        // [B, H, S, T] × [B, H, T, D], back to [B, S, H D]
        var mixed = _graph.Node($"{path}/MatMul_1", "MatMul", [weights, value]);
        var rows = _graph.Node($"{path}/Transpose_1", "Transpose", [mixed], Attributes.Ints("perm", 0, 2, 1, 3));
        var joined = _graph.Node($"{path}/Reshape", "Reshape", [rows, _graph.Constant(0, 0, (long)_shape.Heads * _shape.HeadDim)]);
        return _parts.MatMul($"{path}/o_proj", joined, _parts.Weights.AttentionOutput(layer));
    }

    /// <summary>[B, 1, S, D / 2]: the table's rows of these positions.</summary>
    private string RotaryRows(string name, bool sines)
    {
        var path = $"/model/rotary_emb/{name}";
        var rows = _graph.Node($"{path}/Gather", "Gather", [_parts.Rotary($"{name}_cache", sines), "position_ids"]);
        return _graph.Node($"{path}/Unsqueeze", "Unsqueeze", [rows, _graph.Constant(1)]);
    }

    /// <summary>A projection, split into heads: [B, heads, S, D].</summary>
    private string Heads(string path, string input, WeightMatrix weights, int heads)
    {
        var projected = _parts.MatMul(path, input, weights);
        var split = _graph.Node($"{path}/Reshape", "Reshape", [projected, _graph.Constant(0, 0, heads, _shape.HeadDim)]);
        return _graph.Node($"{path}/Transpose", "Transpose", [split], Attributes.Ints("perm", 0, 2, 1, 3));
    }

    /// <summary>Turns each pair (x[i], x[i + D / 2]) by its position's angle.</summary>
    private string Rotate(string path, string input)
    {
        var halves = _graph.Node(
            $"{path}/Split", "Split", "", [input], [$"{path}/first", $"{path}/second"], Attributes.Int("axis", -1), Attributes.Int("num_outputs", 2));
        var first = _graph.Node($"{path}/Sub", "Sub", [Product("a", halves[0], _cos), Product("b", halves[1], _sin)]);
        var second = _graph.Node($"{path}/Add", "Add", [Product("c", halves[1], _cos), Product("d", halves[0], _sin)]);
        return _graph.Node($"{path}/Concat", "Concat", [first, second], Attributes.Int("axis", -1));

        string Product(string name, string x, string y) => _graph.Node($"{path}/Mul_{name}", "Mul", [x, y]);
    }

    /// <summary>The cache with the new tokens behind it: [B, G, T, D], which is also the graph's output.</summary>
    private string Append(string path, int layer, string which, string added)
    {
        var present = DecoderParts.Present(layer, which);
        _graph.Result($"{path}/Concat", "Concat", [DecoderParts.Past(layer, which), added], present, Attributes.Int("axis", 2));
        return present;
    }

    /// <summary>Gives each query head its key and value head: [B, H, T, D].</summary>
    private string Repeat(string path, string input)
    {
        var group = _shape.Heads / _shape.KvHeads;
        if (group == 1)
        {
            return input;
        }

        var apart = _graph.Node($"{path}/Unsqueeze", "Unsqueeze", [input, _graph.Constant(2)]);
        var copies = _graph.Node($"{path}/Expand", "Expand", [apart, _graph.Constant(1, 1, group, 1, 1)]);
        return _graph.Node($"{path}/Reshape", "Reshape", [copies, _graph.Constant(0, _shape.Heads, -1, _shape.HeadDim)]);
    }
}
