using InferBench.Core.Placement;
using InferBench.Runtime.Providers;

namespace InferBench.Runtime.Placement;

/// <summary>From the operators of a session to what a reader needs to know of their places.</summary>
internal static class PlacementSummary
{
    private const string CpuName = "CPUExecutionProvider";
    private const string CudaName = "CUDAExecutionProvider";

    /// <summary>
    /// Arithmetic on sizes and indices. ONNX Runtime keeps such operators on the CPU when their inputs come from there; on data from the device
    /// they would need a copy, which is counted.
    /// </summary>
    private static readonly HashSet<string> ShapeOperators = new(StringComparer.Ordinal)
    {
        "Shape", "Size", "Gather", "Slice", "Concat", "Cast", "Unsqueeze", "Squeeze", "Reshape", "Identity", "Constant", "ConstantOfShape", "Range",
        "Add", "Sub", "Mul", "Div", "Mod", "Min", "Max", "Equal", "Less", "Greater", "LessOrEqual", "GreaterOrEqual", "Not", "And", "Or", "Where",
        "ReduceSum", "ReduceProd", "ReduceMax", "ReduceMin", "Expand", "Floor", "Ceil", "NonZero", "If",
    };

    /// <param name="provider">The provider asked for, such as <c>cuda</c>.</param>
    /// <param name="nodes">The session's operators; those of a TensorRT engine one by one, as ONNX Runtime notes them before it fuses them (graph_partitioner.cc).</param>
    /// <param name="copyNodes">Copies that ONNX Runtime spoke of; null where it was not heard.</param>
    public static NodePlacement Of(string provider, IReadOnlyList<AssignedNode> nodes, int? copyNodes)
    {
        var byProvider = nodes.GroupBy(node => node.Provider, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        if (provider == ExecutionProviders.Cpu)
        {
            return new NodePlacement("graph assignment", byProvider, [], 0, 0);
        }

        var onCpu = nodes.Where(node => node.Provider == CpuName).ToList();
        return new NodePlacement(
            "graph assignment",
            byProvider,
            Counted(onCpu.Where(node => !IsShapeArithmetic(node))),
            onCpu.Count(IsShapeArithmetic),
            copyNodes,
            provider == ExecutionProviders.TensorRt ? Counted(nodes.Where(node => node.Provider == CudaName)) : null);
    }

    private static List<OperatorCount> Counted(IEnumerable<AssignedNode> nodes) =>
    [
        .. nodes.GroupBy(Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new OperatorCount(group.Key, group.Count())),
    ];

    private static bool IsShapeArithmetic(AssignedNode node) => IsOnnx(node) && ShapeOperators.Contains(node.Operator);

    private static bool IsOnnx(AssignedNode node) => node.Domain is "" or "ai.onnx";

    private static string Name(AssignedNode node) => IsOnnx(node) ? node.Operator : $"{node.Domain}.{node.Operator}";
}
