using System.Globalization;

namespace InferBench.Runtime.Decoding;

internal static class GraphDims
{
    /// <summary>Such as <c>[?, 8, ?, 64]</c>.</summary>
    public static string Text(IReadOnlyList<int?> dims) =>
        $"[{string.Join(", ", dims.Select(d => d?.ToString(CultureInfo.InvariantCulture) ?? "?"))}]";
}
