using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Who makes and who reads each value of a graph and of the graphs inside it.</summary>
internal sealed class GraphIndex
{
    private const long FirstVersionOfOverridableInitializers = 4;

    private readonly Dictionary<string, TensorProto?> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeProto?> _producers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    private GraphIndex(ModelProto model)
    {
        Graphs = [.. SelfAndSubgraphs(model.Graph)];
        foreach (var graph in Graphs)
        {
            // What a caller may replace is no constant.
            var inputs = model.IrVersion < FirstVersionOfOverridableInitializers ? [] : graph.Input.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var tensor in graph.Initializer.Where(t => !inputs.Contains(t.Name)))
            {
                Note(_constants, tensor.Name, tensor);
            }

            foreach (var node in graph.Node)
            {
                Note(node);
            }

            foreach (var output in graph.Output)
            {
                Use(output.Name);
            }
        }
    }

    /// <summary>The main graph and all graphs inside it, outermost first.</summary>
    public IReadOnlyList<GraphProto> Graphs { get; }

    public static GraphIndex Of(ModelProto model) => new(model);

    public static IEnumerable<GraphProto> SelfAndSubgraphs(GraphProto graph) =>
        Subgraphs(graph.Node).SelectMany(SelfAndSubgraphs).Prepend(graph);

    public static IEnumerable<GraphProto> Subgraphs(IEnumerable<NodeProto> nodes) =>
        nodes.SelectMany(n => n.Attribute).SelectMany(a => a.G is null ? a.Graphs : a.Graphs.Prepend(a.G));

    /// <summary>The tensor of an initializer or of a Constant operator; null for anything else, and where several graphs use the name.</summary>
    public TensorProto? Constant(string name) => _constants.GetValueOrDefault(name);

    /// <summary>The operator that makes a value; null for graph inputs and initializers, and where several graphs use the name.</summary>
    public NodeProto? Producer(string name) => _producers.GetValueOrDefault(name);

    /// <summary>How many inputs of nodes and outputs of graphs read a value.</summary>
    public int Uses(string name) => _uses.GetValueOrDefault(name);

    /// <summary>Numbers of a small integer constant; null where it is none.</summary>
    public long[]? Integers(string name) => Constant(name) is { } tensor ? InlineTensor.Integers(tensor) : null;

    private static void Note<T>(Dictionary<string, T?> map, string name, T value)
        where T : class => map[name] = map.ContainsKey(name) ? null : value;

    private void Note(NodeProto node)
    {
        foreach (var input in node.Input.Where(i => i.Length > 0))
        {
            Use(input);
        }

        foreach (var output in node.Output.Where(o => o.Length > 0))
        {
            Note(_producers, output, node);
        }

        if (node.OpType == "Constant" && node.IsStandard() && node.Attribute.FirstOrDefault(a => a.Name == "value")?.T is { } tensor)
        {
            Note(_constants, node.Output[0], tensor);
        }
    }

    private void Use(string name) => _uses[name] = Uses(name) + 1;
}
