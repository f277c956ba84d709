using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Quantization;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Selection;

/// <summary>
/// Appends greedy selection to a decoder's graph: the last position's logits are taken and their largest is found where they were computed, so
/// that only ids cross from a device to the host. Of several equal logits the first wins, as ArgMax says (select_last_index = 0).
/// Logits in bfloat16 are widened first: ArgMax takes them by the format, but ONNX Runtime 1.29 has no such kernel on CUDA or the CPU, and it
/// casts around operators on its own account for fp16 only. Nothing is written to the disk.
/// </summary>
public static class GreedySelection
{
    /// <summary>The first in which Gather takes an index from the end, and the last whose ArgMax has no choice between equal values.</summary>
    private const long OldestOpset = 11;

    private const int LogitsRank = 3;

    /// <param name="model">What <see cref="OnnxModelReader"/> returned.</param>
    /// <param name="idsInput">Input of token ids; the selected ids have its type.</param>
    /// <param name="logitsOutput">Output [batch, length, vocabulary].</param>
    /// <exception cref="SelectionException">The graph is of a form that it cannot be appended to.</exception>
    /// <exception cref="ModelFormatException">The file is damaged.</exception>
    public static SelectingModel Append(OnnxModel model, string idsInput, string logitsOutput)
    {
        var file = Path.GetFileName(model.Path);
        var ids = model.Graph.Inputs.FirstOrDefault(v => v.Name == idsInput)
            ?? throw new SelectionException($"{file}: has no input {idsInput}");
        var logits = model.Graph.Outputs.FirstOrDefault(v => v.Name == logitsOutput)
            ?? throw new SelectionException($"{file}: has no output {logitsOutput}");
        if (logits.Dims is not { Count: LogitsRank })
        {
            throw new SelectionException($"{file}: {logits} is not [batch, length, vocabulary]");
        }

        if (ids.ElementType is not (OnnxElementType.Int64 or OnnxElementType.Int32))
        {
            throw new SelectionException($"{file}: {ids} holds no int64 or int32 ids");
        }

        using var source = new SourceTensors(model);
        var edit = new ModelEdit(file, SkeletonReader.Read(model.Path), source);
        if (edit.Opset < OldestOpset)
        {
            throw new SelectionException(FormattableString.Invariant($"{file}: opset {edit.Opset} is older than {OldestOpset}"));
        }

        var folder = Path.GetDirectoryName(RealPath.Of(model.Path))!;
        PlaceTensors(edit, model, folder);
        return new SelectingModel(Select(edit, logits, ids.ElementType.Value), folder, edit.Model.Graph.Output[^1].Name);
    }

    private static byte[] Select(ModelEdit edit, OnnxValue logits, OnnxElementType idsType)
    {
        var graph = edit.Model.Graph;
        var last = edit.Unique("selection/last");
        var position = new TensorProto { DataType = (int)OnnxElementType.Int64, RawData = ByteString.CopyFrom(BitConverter.GetBytes(-1L)) };
        graph.Node.Add(Nodes.Create(
            edit.Unique("selection/Constant"), "Constant", [], [last], new AttributeProto { Name = "value", Type = AttributeProto.Types.Kind.Tensor, T = position }));

        var row = edit.Unique("selection/row");
        graph.Node.Add(Nodes.Create(edit.Unique("selection/Gather"), "Gather", [logits.Name, last], [row], Attributes.Int("axis", 1)));
        if (logits.ElementType == OnnxElementType.BFloat16)
        {
            var wide = edit.Unique("selection/wide");
            graph.Node.Add(Nodes.Create(edit.Unique("selection/Widen"), "Cast", [row], [wide], Attributes.Int("to", (long)OnnxElementType.Float)));
            row = wide;
        }

        var output = edit.Unique("next_ids");
        var found = idsType == OnnxElementType.Int64 ? output : edit.Unique("selection/ids");
        graph.Node.Add(Nodes.Create(edit.Unique("selection/ArgMax"), "ArgMax", [row], [found], Attributes.Int("axis", 1), Attributes.Int("keepdims", 1)));
        if (found != output)
        {
            graph.Node.Add(Nodes.Create(edit.Unique("selection/Cast"), "Cast", [found], [output], Attributes.Int("to", (long)idsType)));
        }

        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension());
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = 1 });
        graph.Output.Add(new ValueInfoProto
        {
            Name = output,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)idsType, Shape = shape } },
        });
        return edit.Model.ToByteArray();
    }

    /// <summary>
    /// Weights that lie in the model's file become external data of that file; constants of operators go back inside. Files are named as they really
    /// lie: caches that keep files by hash link to them, and ONNX Runtime follows no link out of the folder that it is given.
    /// </summary>
    private static void PlaceTensors(ModelEdit edit, OnnxModel model, string folder)
    {
        var places = model.Tensors().Select(t => t.Data).Where(d => d?.External is not null).DistinctBy(d => d!.External)
            .ToDictionary(d => d!.External!, d => Relative(d!.File, folder, edit.File), StringComparer.Ordinal);
        places[SkeletonReader.InsideModel] = Relative(model.Path, folder, edit.File);
        foreach (var graph in edit.Index.Graphs)
        {
            foreach (var tensor in graph.Node.SelectMany(n => n.Attribute).Select(a => a.T).OfType<TensorProto>().Where(t => t.DataLocation == 1))
            {
                tensor.RawData = ByteString.CopyFrom(edit.Source.ReadAll(tensor));
                tensor.ExternalData.Clear();
                tensor.DataLocation = 0;
            }

            foreach (var place in graph.Initializer.Where(t => t.DataLocation == 1).Select(t => t.ExternalData.First(e => e.Key == "location")))
            {
                place.Value = places[place.Value];
            }
        }
    }

    private static string Relative(string file, string folder, string model)
    {
        var relative = Path.GetRelativePath(folder, RealPath.Of(file)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? throw new SelectionException($"{model}: the data file {Path.GetFileName(file)} is a link out of the model's folder")
            : relative;
    }
}
