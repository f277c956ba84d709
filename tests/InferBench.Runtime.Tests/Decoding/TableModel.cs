using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using InferBench.Models.Tensors;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>The smallest thing with logits: each id looks its row up in a table that lies in the model's own file.</summary>
internal static class TableModel
{
    /// <param name="folder">Where to write.</param>
    /// <param name="rows">Logits after each id, of equal lengths.</param>
    /// <param name="type">In which they are stored and given.</param>
    /// <param name="opset">Version of ai.onnx.</param>
    /// <param name="output">Name of a second output, of the ids themselves; null for none.</param>
    public static string Write(TempFolder folder, float[][] rows, OnnxElementType type = OnnxElementType.Float, long opset = 17, string? output = null)
    {
        double[] flat = [.. rows.SelectMany(row => row)];
        var bytes = new byte[flat.Length * TensorShape.Size(type)];
        ElementCodec.Write(type, flat, bytes);
        var builder = new GraphBuilder("none");
        builder.Input("input_ids", OnnxElementType.Int64, "batch", "length");
        builder.Output("logits", type, "batch", "length", $"{rows[0].Length}");
        var table = new TensorProto { Name = "table", DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        table.Dims.Add([rows.Length, rows[0].Length]);
        builder.Graph.Initializer.Add(table);
        builder.Result("lookup", "Gather", ["table", "input_ids"], "logits");
        if (output is not null)
        {
            builder.Output(output, OnnxElementType.Int64, "batch", "length");
            builder.Result("copy", "Identity", ["input_ids"], output);
        }

        builder.Graph.Name = "table";
        var model = new ModelProto { IrVersion = 8, Graph = builder.Graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = opset });
        var path = folder.File("table.onnx");
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }
}
