using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>
/// What attention adds to its scores, [batch, 1, new tokens, all tokens]: 0 where a token may look, and the lowest finite number where the other
/// token is later or padding. It is finite because a row of infinities (a padded query) would become NaN in Softmax.
/// </summary>
internal sealed class CausalMask(DecoderParts parts)
{
    private const string Path = "/model/mask";
    private readonly GraphBuilder _graph = parts.Graph;

    public string Add()
    {
        var total = Length("attention_mask", 1);
        var past = Length(DecoderParts.Past(0, "key"), 2);
        var queries = Range("queries", past, total);
        var keys = Range("keys", _graph.Scalar(0), total);
        var column = _graph.Node($"{Path}/Unsqueeze", "Unsqueeze", [queries, _graph.Constant(1)]);
        var earlier = _graph.Node($"{Path}/LessOrEqual", "LessOrEqual", [keys, column]);

        var real = _graph.Node($"{Path}/Cast", "Cast", ["attention_mask"], Attributes.Int("to", (long)OnnxElementType.Bool));
        var spread = _graph.Node($"{Path}/Unsqueeze_1", "Unsqueeze", [real, _graph.Constant(1, 2)]);
        var visible = _graph.Node($"{Path}/And", "And", [earlier, spread]);
        var lowest = parts.Float == OnnxElementType.Float16 ? (float)Half.MinValue : float.MinValue;
        return _graph.Node($"{Path}/Where", "Where", [visible, _graph.Scalar(0f, parts.Float), _graph.Scalar(lowest, parts.Float)]);
    }

    private string Length(string tensor, int axis)
    {
        var shape = _graph.Node($"{Path}/Shape_{tensor}", "Shape", [tensor]);
        return _graph.Node($"{Path}/Gather_{tensor}", "Gather", [shape, _graph.Scalar(axis)], Attributes.Int("axis", 0));
    }

    private string Range(string name, string start, string end) => _graph.Node($"{Path}/Range_{name}", "Range", [start, end, _graph.Scalar(1)]);
}
