using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>
/// When two floating-point values agree: |a − b| ≤ r·s + r·|b|, where b is the expected value, r is <see cref="Relative"/> and s the mean
/// magnitude of the finite expected values of the same output (at least 1e-6). Elements far below the output's own scale are cancelled sums, whose last digits
/// depend on the order of additions. NaN agrees with NaN, an infinity with itself.
/// </summary>
/// <param name="Relative">r; 0 asks for equality.</param>
public sealed record Tolerance(double Relative)
{
    /// <summary>For fp32 and fp64.</summary>
    public const double Full = 1e-4;

    /// <summary>For fp16, bf16 and for quantized models, whatever their outputs' type.</summary>
    public const double Reduced = 1e-2;

    private const double LeastScale = 1e-6;

    /// <summary>The tolerance for an output's type; integers, bools and strings must be equal.</summary>
    public static Tolerance For(OnnxElementType type, bool reduced) => new(
        !type.IsFloating() ? 0
        : reduced || type is OnnxElementType.Float16 or OnnxElementType.BFloat16 ? Reduced
        : Full);

    /// <summary>r·s.</summary>
    public double Absolute(double meanMagnitude) => Relative * Math.Max(meanMagnitude, LeastScale);

    /// <summary>Whether two values agree, given <see cref="Absolute"/> of their output.</summary>
    public bool Accepts(double actual, double expected, double absolute) =>
        actual.Equals(expected) || actual == expected
        || (double.IsFinite(actual) && double.IsFinite(expected) && Math.Abs(actual - expected) <= absolute + (Relative * Math.Abs(expected)));
}
