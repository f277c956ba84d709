using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>What a node says of itself.</summary>
internal static class NodeFacts
{
    /// <summary>Whether the operator is one of ai.onnx.</summary>
    public static bool IsStandard(this NodeProto node) => node.Domain is "" or "ai.onnx";

    public static bool Is(this NodeProto node, string opType) => node.OpType == opType && node.IsStandard();

    public static AttributeProto? Attribute(this NodeProto node, string name) => node.Attribute.FirstOrDefault(a => a.Name == name);

    public static long Int(this NodeProto node, string name, long absent) => node.Attribute(name)?.I ?? absent;

    public static float Float(this NodeProto node, string name, float absent) => node.Attribute(name)?.F ?? absent;

    /// <summary>An input's name; empty where it is left out.</summary>
    public static string InputAt(this NodeProto node, int index) => index < node.Input.Count ? node.Input[index] : "";

    /// <summary>The node's name or, where it has none, its first output's.</summary>
    public static string Label(this NodeProto node) => node.Name.Length > 0 ? node.Name : node.Output[0];
}
