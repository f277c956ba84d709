namespace InferBench.Runtime.Checks;

/// <summary>The shape that an output really had.</summary>
/// <param name="Output">Output's name.</param>
/// <param name="Step">Step; 0 is the prefill.</param>
/// <param name="Expected">Shape that the layout promises.</param>
/// <param name="Actual">Shape that came.</param>
internal sealed record ObservedShape(string Output, int Step, IReadOnlyList<long> Expected, IReadOnlyList<long> Actual);
