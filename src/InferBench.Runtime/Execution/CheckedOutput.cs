namespace InferBench.Runtime.Execution;

/// <summary>One output of one run.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="Value">What came out, such as <c>float32[1x10]</c>.</param>
/// <param name="Agrees">Whether it is what it should be.</param>
/// <param name="Problem">What is not; null where it agrees.</param>
/// <param name="MaxAbs">Largest absolute difference; null where no numbers were compared.</param>
/// <param name="MaxRel">Largest relative difference over expected values that are not 0; null where there are none.</param>
/// <param name="SameArgMax">Whether the largest element is at the expected place; null where that has no meaning.</param>
public sealed record CheckedOutput(string Name, string Value, bool Agrees, string? Problem, double? MaxAbs, double? MaxRel, bool? SameArgMax)
{
    internal static CheckedOutput Of(string name, string value, Agreement agreement) =>
        new(name, value, agreement.Agrees, agreement.Problem, agreement.MaxAbs, agreement.MaxRel, agreement.SameArgMax);
}
