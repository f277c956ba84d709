using System.Globalization;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;

namespace InferBench.Models.Synthetic;

/// <summary>A model that is ready to be written: its graph, and the weights in the order of the data file.</summary>
internal sealed class DecoderPlan
{
    public const string ModelFile = "model.onnx";
    public const string DataFile = "model.onnx.data";

    private DecoderPlan(ModelProto model, GraphBuilder graph)
    {
        Model = model;
        Weights = graph.Weights;
        DataBytes = graph.DataBytes;
    }

    public ModelProto Model { get; }

    public IReadOnlyList<ExternalTensor> Weights { get; }

    public long DataBytes { get; }

    public static DecoderPlan For(SyntheticModelSpec spec)
    {
        var graph = new GraphBuilder(DataFile);
        var parts = new DecoderParts(graph, spec.Shape, new LlamaWeights(spec.Shape, spec.Seed), spec.Precision);
        graph.Graph.Name = "main_graph";
        if (spec.Layout == ModelLayout.GenAi)
        {
            new GenAiDecoder(parts).Build();
        }
        else
        {
            new OptimumDecoder(parts).Build();
        }

        var model = new ModelProto { IrVersion = 10, ProducerName = "InferBench", ProducerVersion = Version, Graph = graph.Graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 21 });
        if (spec.Layout == ModelLayout.GenAi || spec.Precision.Format == WeightFormat.Blockwise)
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 });
        }

        foreach (var (key, value) in Origin(spec))
        {
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        }

        return new DecoderPlan(model, graph);
    }

    // Part of the file's bytes, so it follows the builder and not the release.
    private static string Version => SyntheticModelSpec.BuilderVersion.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Key, string Value)> Origin(SyntheticModelSpec spec) =>
    [
        ("inferbench.weights", "synthetic random weights"),
        ("inferbench.builder_version", Version),
        ("inferbench.shape_name", spec.ShapeName),
        ("inferbench.shape", spec.Shape.Describe()),
        ("inferbench.layout", spec.Layout.ToString().ToLowerInvariant()),
        ("inferbench.precision", spec.Precision.Name),
        ("inferbench.seed", spec.Seed.ToString(CultureInfo.InvariantCulture)),
    ];
}
