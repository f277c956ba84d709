using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Quantization;

/// <summary>Small models written for one test each, and a session that runs them.</summary>
internal static class OneProjection
{
    public static float[] Numbers(int count, int seed, float spread = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * spread)];
    }

    public static TensorProto Tensor(string name, float[] values, params long[] dims) =>
        Tensor(name, OnnxElementType.Float, System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values).ToArray(), dims);

    public static TensorProto Tensor(string name, OnnxElementType type, byte[] bytes, params long[] dims)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        tensor.Dims.Add(dims);
        return tensor;
    }

    public static NodeProto Node(string opType, string[] inputs, string output, params AttributeProto[] attributes)
    {
        var node = new NodeProto { Name = $"{opType}_{output}", OpType = opType };
        node.Input.Add(inputs);
        node.Output.Add(output);
        node.Attribute.Add(attributes);
        return node;
    }

    public static ModelProto Model(
        IEnumerable<NodeProto> nodes, IEnumerable<TensorProto> tensors, (string Name, OnnxElementType Type, string[] Dims)[] inputs, string[] outputs, long opset = 17)
    {
        var builder = new GraphBuilder("unused");
        foreach (var (name, type, dims) in inputs)
        {
            builder.Input(name, type, dims);
        }

        foreach (var output in outputs)
        {
            builder.Graph.Output.Add(new ValueInfoProto { Name = output, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1 } } });
        }

        builder.Graph.Name = "g";
        builder.Graph.Node.Add(nodes);
        builder.Graph.Initializer.Add(tensors);
        var model = new ModelProto { IrVersion = 8, Graph = builder.Graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        return model;
    }

    /// <summary>y[M, N] = x[M, K] times the weights [K, N].</summary>
    public static ModelProto MatMul(float[] weights, int inputs, int outputs) => Model(
        [Node("MatMul", ["x", "w"], "y")], [Tensor("w", weights, inputs, outputs)],
        [("x", OnnxElementType.Float, ["m", Text(inputs)])], ["y"]);

    public static string Save(this ModelProto model, TempFolder folder, string name = "m/model.onnx")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllBytes(folder.File(name), model.ToByteArray());
        return folder.File(name);
    }

    public static float[] Run(string path, params (string Name, OrtValue Value)[] inputs)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(path, options);
        using var runOptions = new RunOptions();
        using var results = session.Run(runOptions, [.. inputs.Select(i => i.Name)], [.. inputs.Select(i => i.Value)], [session.OutputNames[0]]);
        return session.OutputMetadata[session.OutputNames[0]].ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float16
            ? results[0].GetTensorDataAsSpan<Float16>().ToArray().Select(h => (float)h).ToArray()
            : results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public static float[] RunX(string path, float[] x, params long[] dims)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(x, dims);
        return Run(path, ("x", value));
    }

    public static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
