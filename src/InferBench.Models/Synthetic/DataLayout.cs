using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>Gives every tensor its place in one external data file, in the order of the calls.</summary>
internal sealed class DataLayout(string fileName)
{
    /// <summary>Aligned to pages, so that a runtime can map the file.</summary>
    private const long Alignment = 4_096;

    private readonly List<ExternalTensor> _tensors = [];

    public IReadOnlyList<ExternalTensor> Tensors => _tensors;

    public long Bytes { get; private set; }

    /// <summary>Notes a tensor and returns the header that a graph holds in its place.</summary>
    public TensorProto Add(string name, OnnxElementType type, ITensorContent content, params long[] dims)
    {
        var offset = (Bytes + Alignment - 1) / Alignment * Alignment;
        var tensor = new ExternalTensor(name, type, dims, content, offset);
        _tensors.Add(tensor);
        Bytes = offset + tensor.Length;

        var header = new TensorProto { Name = name, DataType = (int)type, DataLocation = 1 };
        header.Dims.Add(dims);
        header.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = fileName });
        header.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset.ToString(CultureInfo.InvariantCulture) });
        header.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = tensor.Length.ToString(CultureInfo.InvariantCulture) });
        return header;
    }
}
