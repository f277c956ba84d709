using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>An input of a reference run.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="ElementType">Element type; null where the value comes from the previous run.</param>
/// <param name="Dims">Shape.</param>
/// <param name="Fill">What makes its elements; null where it is the previous run's output that continues this input.</param>
public sealed record ReferenceInput(string Name, OnnxElementType? ElementType, IReadOnlyList<long> Dims, TensorFill? Fill);
