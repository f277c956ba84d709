using System.Numerics.Tensors;

namespace InferBench.Runtime.Checks;

/// <param name="Cosine">Least cosine over the rows.</param>
/// <param name="MaxRelativeDifference">Largest difference over the largest logit.</param>
/// <param name="Finite">False where a logit is NaN or infinite.</param>
internal sealed record LogitsAgreement(double Cosine, double MaxRelativeDifference, bool Finite)
{
    public static LogitsAgreement Of(IReadOnlyList<float[]> expected, IReadOnlyList<float[]> actual)
    {
        var (cosine, relative, finite) = (1.0, 0.0, true);
        for (var row = 0; row < expected.Count; row++)
        {
            var (e, a) = (expected[row], actual[row]);
            finite &= e.All(float.IsFinite) && a.All(float.IsFinite);
            cosine = Math.Min(cosine, TensorPrimitives.CosineSimilarity<float>(e, a));
            relative = Math.Max(relative, MaxDifference(e, a) / Math.Abs(TensorPrimitives.MaxMagnitude<float>(e)));
        }

        return new LogitsAgreement(cosine, relative, finite);
    }

    private static double MaxDifference(float[] left, float[] right)
    {
        var difference = new float[left.Length];
        TensorPrimitives.Subtract(left, right, difference);
        return Math.Abs(TensorPrimitives.MaxMagnitude<float>(difference));
    }
}
