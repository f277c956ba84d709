using System.Globalization;
using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Probes;

/// <summary>Writes small models that do one thing, to find out how fast a machine can do it. Their weights are random: equal ones would be stored once.</summary>
public static class ProbeModels
{
    /// <summary>Name of the first input.</summary>
    public const string Input = "x";

    /// <summary>Name of the second input of <see cref="WriteAdd"/>.</summary>
    public const string Addend = "y";

    /// <summary>Name of the output.</summary>
    public const string Output = "z";

    private const string DataFileName = "probe.onnx.data";

    /// <summary>
    /// A chain of square matrices that the rows of the input go through, one after another: with one row it reads weights, with many it computes.
    /// Input and output are [rows, size].
    /// </summary>
    /// <param name="folder">Takes the model; it must exist and hold no other.</param>
    /// <param name="precision">Weight format. <c>int8</c> is one bare MatMulInteger per matrix on one unsigned input, without the scaling around it.</param>
    /// <param name="size">Rows and columns of each matrix; a multiple of 128.</param>
    /// <param name="matrices">How many there are; MatMulInteger's do not chain, so each takes the input itself.</param>
    /// <returns>Path of the model, and the bytes of its weights.</returns>
    public static (string Path, long WeightBytes) WriteMatMuls(string folder, WeightPrecision precision, int size, int matrices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(matrices, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(size % 128, 0, nameof(size));
        var graph = new GraphBuilder(DataFileName);
        graph.Graph.Name = "matmuls";
        var integer = precision.Format == WeightFormat.Int8Dynamic;
        var width = size.ToString(CultureInfo.InvariantCulture);
        graph.Input(Input, integer ? OnnxElementType.UInt8 : precision.Activations.ElementType(), "rows", width);
        graph.Output(Output, integer ? OnnxElementType.Int32 : precision.Activations.ElementType(), "rows", width);

        var writer = MatMulWriters.For(precision);
        var latest = Input;
        for (var i = 0; i < matrices; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"w{i}");

            // Each row of a random matrix keeps the length of what it multiplies, so that a long chain neither dies out nor overflows.
            var matrix = new WeightMatrix(name, new SeededWeights(1, name, 1 / Math.Sqrt(size)), size, size);
            latest = integer ? Integers(graph, name, matrix, i == 0 ? null : latest) : writer.MatMul(graph, name, latest, matrix);
        }

        var last = graph.Graph.Node[^1];
        last.Output[last.Output.IndexOf(latest)] = Output;
        return (Save(folder, graph), graph.DataBytes);
    }

    /// <summary>The sum of two vectors: reads two and writes one. All three are [length] in fp32.</summary>
    public static string WriteAdd(string folder)
    {
        var graph = new GraphBuilder(DataFileName);
        graph.Graph.Name = "add";
        graph.Input(Input, OnnxElementType.Float, "length");
        graph.Input(Addend, OnnxElementType.Float, "length");
        graph.Output(Output, OnnxElementType.Float, "length");
        graph.Result("add", "Add", [Input, Addend], Output);
        return Save(folder, graph);
    }

    private static string Integers(GraphBuilder graph, string name, WeightMatrix matrix, string? sum)
    {
        var stored = graph.Weight(name, OnnxElementType.Int8, new ChannelContent(matrix, new ChannelScales(matrix)), matrix.Inputs, matrix.Outputs);
        var product = graph.Node($"{name}/MatMulInteger", "MatMulInteger", [Input, stored]);
        return sum is null ? product : graph.Node($"{name}/Add", "Add", [sum, product]);
    }

    private static string Save(string folder, GraphBuilder graph)
    {
        var model = new ModelProto { IrVersion = 10, ProducerName = "InferBench", Graph = graph.Graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 21 });
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        if (graph.Weights.Count > 0)
        {
            DataFile.Write(Path.Combine(folder, DataFileName), graph.Weights, null, CancellationToken.None);
        }

        var path = Path.Combine(folder, "probe.onnx");
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }
}
