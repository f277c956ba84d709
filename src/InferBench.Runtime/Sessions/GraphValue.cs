using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Sessions;

/// <summary>An input or output as the loaded session declares it.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="Type">Element type; null where it is no tensor.</param>
/// <param name="Dims">Dimensions; null where one is free.</param>
internal sealed record GraphValue(string Name, TensorElementType? Type, IReadOnlyList<int?> Dims)
{
    public static IReadOnlyList<GraphValue> Of(IReadOnlyDictionary<string, NodeMetadata> metadata)
    {
        var values = new List<GraphValue>();
        foreach (var (name, node) in metadata)
        {
            values.Add(node.IsTensor
                ? new GraphValue(name, node.ElementDataType, [.. node.Dimensions.Select(d => d < 0 ? (int?)null : d)])
                : new GraphValue(name, null, []));
        }

        return values;
    }
}
