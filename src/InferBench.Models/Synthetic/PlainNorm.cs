using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>RMSNorm on operators of ai.onnx, computed in 32 bits whatever the model's type, as Hugging Face exports it.</summary>
internal sealed class PlainNorm(DecoderParts parts)
{
    private readonly GraphBuilder _graph = parts.Graph;

    public string Add(string path, string input, WeightMatrix weights)
    {
        var wide = Cast($"{path}/Cast", input, OnnxElementType.Float);
        var square = _graph.Node($"{path}/Pow", "Pow", [wide, _graph.Scalar(2f, OnnxElementType.Float)]);
        var mean = _graph.Node($"{path}/ReduceMean", "ReduceMean", [square, _graph.Constant(-1)], Attributes.Int("keepdims", 1));
        var shifted = _graph.Node($"{path}/Add", "Add", [mean, _graph.Scalar(DecoderParts.NormEpsilon, OnnxElementType.Float)]);
        var root = _graph.Node($"{path}/Sqrt", "Sqrt", [shifted]);
        var normed = _graph.Node($"{path}/Div", "Div", [wide, root]);
        var narrow = Cast($"{path}/Cast_1", normed, parts.Float);
        return _graph.Node($"{path}/Mul", "Mul", [parts.Norm(weights), narrow]);
    }

    private string Cast(string name, string input, OnnxElementType type) =>
        parts.Float == OnnxElementType.Float ? input : _graph.Node(name, "Cast", [input], Attributes.Int("to", (long)type));
}
