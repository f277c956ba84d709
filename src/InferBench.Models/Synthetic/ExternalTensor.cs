using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>A weight on its way to the data file: what is in it, and where it will lie.</summary>
internal sealed record ExternalTensor(string Name, OnnxElementType Type, long[] Dims, ITensorContent Content, long Offset)
{
    public long Length => (long)Content.Rows * Content.RowBytes;
}
