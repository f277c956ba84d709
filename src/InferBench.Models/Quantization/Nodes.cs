using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Makes operators.</summary>
internal static class Nodes
{
    public static NodeProto Create(string name, string opType, string[] inputs, string[] outputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { Name = name, OpType = opType };
        node.Input.Add(inputs);
        node.Output.Add(outputs);
        node.Attribute.Add(attributes);
        return node;
    }

    /// <summary>An operator of com.microsoft.</summary>
    public static NodeProto Microsoft(string name, string opType, string[] inputs, string[] outputs, params AttributeProto[] attributes)
    {
        var node = Create(name, opType, inputs, outputs, attributes);
        node.Domain = "com.microsoft";
        return node;
    }
}
