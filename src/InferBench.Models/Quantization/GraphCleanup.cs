using Google.Protobuf;
using Google.Protobuf.Collections;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Takes out what only replaced nodes read, and gives every large tensor that is still there its place in the new data file.</summary>
internal static class GraphCleanup
{
    // From this version on an initializer need not be listed as an input too.
    private const long LeastIrVersion = 4;

    /// <param name="edit">The model.</param>
    /// <param name="before">The graph as it was before nodes were replaced: what nobody read then stays.</param>
    public static void Apply(ModelEdit edit, GraphIndex before)
    {
        if (edit.Model.IrVersion < LeastIrVersion)
        {
            var stored = edit.Model.Graph.Initializer.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
            RemoveAll(edit.Model.Graph.Input, input => stored.Contains(input.Name));
            edit.Model.IrVersion = LeastIrVersion;
        }

        RemoveUnread(edit, before);
        var made = edit.Data.Tensors.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var graph in edit.Index.Graphs)
        {
            HoistLargeConstants(graph);
            for (var i = 0; i < graph.Initializer.Count; i++)
            {
                if (graph.Initializer[i] is { DataLocation: 1 } tensor && !made.Contains(tensor.Name))
                {
                    graph.Initializer[i] = edit.Data.Add(tensor.Name, (OnnxElementType)tensor.DataType, new CopiedContent(edit.Source, tensor), [.. tensor.Dims]);
                }
            }

            foreach (var attribute in graph.Node.SelectMany(n => n.Attribute).Where(a => a.T?.DataLocation == 1))
            {
                var bytes = edit.Source.ReadAll(attribute.T);
                attribute.T = InlineTensor.Create(attribute.T.Name, (OnnxElementType)attribute.T.DataType, [.. attribute.T.Dims], bytes);
            }
        }

        // Sizes of values that are gone would be dangling; the others still hold.
        var names = edit.Index.Graphs.SelectMany(g => g.Node).SelectMany(n => n.Output).ToHashSet(StringComparer.Ordinal);
        foreach (var graph in edit.Index.Graphs)
        {
            RemoveAll(graph.ValueInfo, v => !names.Contains(v.Name));
        }
    }

    private static void RemoveUnread(ModelEdit edit, GraphIndex before)
    {
        for (var removed = -1; removed != 0;)
        {
            edit.Reindex();
            removed = 0;
            foreach (var graph in edit.Index.Graphs)
            {
                removed += RemoveAll(graph.Initializer, t => IsNewlyUnread(t.Name));
                removed += RemoveAll(graph.Node, n => n.Output.All(IsNewlyUnread));
            }
        }

        bool IsNewlyUnread(string name) => edit.Index.Uses(name) == 0 && before.Uses(name) > 0;
    }

    /// <summary>A Constant operator cannot point to a data file, an initializer can; they mean the same.</summary>
    private static void HoistLargeConstants(GraphProto graph)
    {
        foreach (var node in graph.Node.Where(n => n.Is("Constant") && n.Attribute("value")?.T?.DataLocation == 1))
        {
            var tensor = node.Attribute("value")!.T;
            tensor.Name = node.Output[0];
            graph.Initializer.Add(tensor);
        }

        RemoveAll(graph.Node, n => n.Is("Constant") && n.Attribute("value")?.T?.DataLocation == 1);
    }

    private static int RemoveAll<T>(RepeatedField<T> items, Predicate<T> condition)
        where T : IMessage<T>
    {
        var kept = items.Where(item => !condition(item)).ToList();
        var removed = items.Count - kept.Count;
        if (removed > 0)
        {
            items.Clear();
            items.Add(kept);
        }

        return removed;
    }
}
