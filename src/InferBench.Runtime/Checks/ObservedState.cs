namespace InferBench.Runtime.Checks;

/// <summary>What a step did to a state of fixed size.</summary>
/// <param name="Output">Output's name.</param>
/// <param name="Step">Step; 0 is the prefill.</param>
/// <param name="Changed">Whether any byte of it differs from what the step was given.</param>
internal sealed record ObservedState(string Output, int Step, bool Changed);
