using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>A decoder of one causal convolution, with its state and nothing else: no mask, no positions, no keys, no values.</summary>
internal static class TinyConvolution
{
    private const int Vocabulary = 16;
    private const int Width = 8;
    private const int Kernel = 4;

    public static string Build(SyntheticModels models)
    {
        var add = new GraphBuilder("none");
        add.Graph.Name = "convolution";
        add.Input("input_ids", OnnxElementType.Int64, "batch", "length");
        add.Input("past_conv.0", OnnxElementType.Float, "batch", "8", "3");
        add.Output("logits", OnnxElementType.Float, "batch", "length", "16");
        add.Output("present_conv.0", OnnxElementType.Float, "batch", "8", "3");
        Weights(add, "embedding", Vocabulary, Width);
        Weights(add, "kernel", Width, Width, Kernel);
        Weights(add, "head", Width, Vocabulary);

        var embedded = add.Node("embed", "Gather", ["embedding", "input_ids"]);
        var columns = add.Node("columns", "Transpose", [embedded], Attributes.Ints("perm", 0, 2, 1));
        var joined = add.Node("join", "Concat", ["past_conv.0", columns], Attributes.Int("axis", 2));
        add.Node(
            "state", "Slice", "", [joined, add.Constant(1 - Kernel), add.Constant(long.MaxValue), add.Constant(2)], ["present_conv.0"]);
        var mixed = add.Node("conv", "Conv", [joined, "kernel"]);
        var rows = add.Node("rows", "Transpose", [mixed], Attributes.Ints("perm", 0, 2, 1));
        add.Result("scores", "MatMul", [rows, "head"], "logits");

        var path = Path.Combine(models.Folder, "convolution.onnx");
        var model = new ModelProto { IrVersion = 8, Graph = add.Graph, OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } } };
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }

    private static void Weights(GraphBuilder add, string name, params long[] dims)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)OnnxElementType.Float };
        tensor.Dims.Add(dims);
        tensor.FloatData.Add(Enumerable.Range(0, (int)dims.Aggregate((a, b) => a * b)).Select(i => MathF.Sin(1 + (i * i))));
        add.Graph.Initializer.Add(tensor);
    }
}
