using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>A model on its way from source to result: its graph without large tensors, their bytes, and the places of the new ones.</summary>
internal sealed class ModelEdit(string file, ModelProto model, SourceTensors source)
{
    private readonly HashSet<string> _names = AllNames(model);

    /// <summary>The source's file name, for messages.</summary>
    public string File => file;

    public ModelProto Model => model;

    public SourceTensors Source => source;

    public DataLayout Data { get; } = new(OutputFolder.DataFile);

    public GraphIndex Index { get; private set; } = GraphIndex.Of(model);

    /// <summary>Looks at the graph anew.</summary>
    public void Reindex() => Index = GraphIndex.Of(model);

    /// <summary>The wanted name, or one like it that nothing else in the model has.</summary>
    public string Unique(string wanted)
    {
        var name = wanted;
        for (var i = 2; !_names.Add(name); i++)
        {
            name = FormattableString.Invariant($"{wanted}_{i}");
        }

        return name;
    }

    /// <summary>Adds a weight to the main graph, where the graphs inside see it too, and returns its name.</summary>
    public string Weight(string wanted, OnnxElementType type, ITensorContent content, params long[] dims)
    {
        var name = Unique(wanted);
        model.Graph.Initializer.Add(Data.Add(name, type, content, dims));
        return name;
    }

    public IMatrixValues Values(Projection projection) =>
        new StoredMatrix(source, projection.Weight.Tensor, projection.Outputs, projection.Inputs, projection.OutputsFirst);

    /// <summary>The version of ai.onnx that the model imports.</summary>
    public long Opset => model.OpsetImport.Where(o => o.Domain is "" or "ai.onnx").Select(o => o.Version).DefaultIfEmpty(1).Max();

    public void RequireMicrosoftDomain()
    {
        if (model.OpsetImport.All(o => o.Domain != "com.microsoft"))
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        }
    }

    private static HashSet<string> AllNames(ModelProto model)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var graph in GraphIndex.SelfAndSubgraphs(model.Graph))
        {
            names.UnionWith(graph.Initializer.Select(t => t.Name));
            names.UnionWith(graph.Input.Concat(graph.Output).Select(v => v.Name));
            names.UnionWith(graph.Node.SelectMany(n => n.Output.Concat(n.Input).Append(n.Name)));
        }

        return names;
    }
}
