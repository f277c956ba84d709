using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Models.Synthetic;

/// <summary>Grows a graph node by node; weights are only noted, with the place they will have in the data file.</summary>
internal sealed class GraphBuilder(string dataFileName)
{
    private readonly HashSet<string> _constants = [];
    private readonly DataLayout _data = new(dataFileName);

    public GraphProto Graph { get; } = new();

    public IReadOnlyList<ExternalTensor> Weights => _data.Tensors;

    public long DataBytes => _data.Bytes;

    /// <summary>Adds an operator with one output and returns that output's name.</summary>
    public string Node(string name, string opType, string domain, string[] inputs, params AttributeProto[] attributes) =>
        Node(name, opType, domain, inputs, [$"{name}/output_0"], attributes)[0];

    /// <summary>Adds an operator of ai.onnx with one output and returns that output's name.</summary>
    public string Node(string name, string opType, string[] inputs, params AttributeProto[] attributes) => Node(name, opType, "", inputs, attributes);

    /// <summary>Adds an operator whose outputs have the given names; an empty name leaves an output out.</summary>
    public string[] Node(string name, string opType, string domain, string[] inputs, string[] outputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { Name = name, OpType = opType };
        if (domain.Length > 0)
        {
            node.Domain = domain;
        }

        node.Input.Add(inputs);
        node.Output.Add(outputs);
        node.Attribute.Add(attributes);
        Graph.Node.Add(node);
        return outputs;
    }

    /// <summary>Adds an operator whose only output is one of the graph's own.</summary>
    public void Result(string name, string opType, string[] inputs, string output, params AttributeProto[] attributes) =>
        Node(name, opType, "", inputs, [output], attributes);

    public void Input(string name, OnnxElementType type, params string[] dims) => Graph.Input.Add(Value(name, type, dims));

    public void Output(string name, OnnxElementType type, params string[] dims) => Graph.Output.Add(Value(name, type, dims));

    /// <summary>A small integer constant, kept in the model file because shape inference reads it; equal ones are shared.</summary>
    public string Constant(params long[] values) => Constant(scalar: false, values);

    public string Scalar(long value) => Constant(scalar: true, value);

    /// <summary>A scalar constant in the given float type.</summary>
    public string Scalar(float value, OnnxElementType type)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"constants/{type.ShortName()}/{value:R}");
        if (_constants.Add(name))
        {
            var bytes = new byte[TensorShape.Size(type)];
            ElementCodec.Write(type, [value], bytes);
            Graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) });
        }

        return name;
    }

    /// <summary>Notes a weight for the data file and returns its name.</summary>
    public string Weight(string name, OnnxElementType type, ITensorContent content, params long[] dims)
    {
        Graph.Initializer.Add(_data.Add(name, type, content, dims));
        return name;
    }

    private string Constant(bool scalar, params long[] values)
    {
        var name = $"constants/int64/{(scalar ? "scalar/" : "")}{string.Join(",", values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}";
        if (_constants.Add(name))
        {
            var tensor = new TensorProto
            {
                Name = name,
                DataType = (int)OnnxElementType.Int64,
                RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<long>(values)),
            };
            if (!scalar)
            {
                tensor.Dims.Add(values.Length);
            }

            Graph.Initializer.Add(tensor);
        }

        return name;
    }

    private static ValueInfoProto Value(string name, OnnxElementType type, string[] dims)
    {
        var shape = new TensorShapeProto();
        foreach (var dim in dims)
        {
            shape.Dim.Add(long.TryParse(dim, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                ? new TensorShapeProto.Types.Dimension { DimValue = size }
                : new TensorShapeProto.Types.Dimension { DimParam = dim });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } },
        };
    }
}
