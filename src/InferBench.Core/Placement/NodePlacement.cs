namespace InferBench.Core.Placement;

/// <summary>Which provider a session's operators were given to: what proves that a GPU's figure is the GPU's.</summary>
/// <param name="Source">Where it is known from, such as <c>graph assignment</c>.</param>
/// <param name="NodesByProvider">Operators by ONNX Runtime's name of the provider, as assigned after basic optimizations: before fusions, without copies.</param>
/// <param name="Fallen">Operators that the CPU was given although another provider was asked for, shape arithmetic left out; empty on the CPU.</param>
/// <param name="ShapeNodesOnCpu">Operators on sizes and indices, which ONNX Runtime keeps on the CPU by design; 0 on the CPU, where it means nothing.</param>
/// <param name="CopyNodes">Copies between the processor and the device that ONNX Runtime added to each pass; null where it was not heard to say.</param>
/// <param name="LeftToCuda">
/// Operators that TensorRT did not take and CUDA was given, which is no fall to the CPU; null where TensorRT was not asked for, and in runs that are older
/// than this field.
/// </param>
public sealed record NodePlacement(
    string Source, IReadOnlyDictionary<string, int> NodesByProvider, IReadOnlyList<OperatorCount> Fallen, int ShapeNodesOnCpu, int? CopyNodes,
    IReadOnlyList<OperatorCount>? LeftToCuda = null);
