using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Writes a projection with quantized weights.</summary>
internal interface IProjectionRewrite
{
    /// <summary>Why a projection cannot be written this way; null when it can.</summary>
    public string? Refuses(Projection projection);

    /// <summary>The nodes that take the projection's place, in order; the last one makes its output. Called once for each graph's nodes in turn.</summary>
    public IEnumerable<NodeProto> Rewrite(Projection projection);

    /// <summary>Another graph begins: what nodes of the last one made is out of sight.</summary>
    public void EnterGraph();
}
