using Microsoft.ML.OnnxRuntime.Tensors;

namespace InferBench.Runtime.Decoding;

/// <param name="Name">Input's name.</param>
/// <param name="Type">Int32 or Int64.</param>
public sealed record IdsInput(string Name, TensorElementType Type);
