using InferBench.Models.Onnx;

namespace InferBench.Models.Weights;

/// <summary>A stored tensor with what its consumers tell about it.</summary>
/// <param name="Tensor">Its header.</param>
/// <param name="Role">What it is.</param>
/// <param name="Elements">Numbers it stands for, unpacked.</param>
/// <param name="Format">Its format as precisions are named; MatMulNBits' bits, not its bytes.</param>
/// <param name="IsMultiplied">Whether it is a matrix operand.</param>
/// <param name="IsOnlyLookedUp">Whether nothing but table lookups use it.</param>
internal sealed record StoredWeight(OnnxTensor Tensor, WeightRole Role, long Elements, string Format, bool IsMultiplied, bool IsOnlyLookedUp);
