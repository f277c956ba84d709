namespace InferBench.Models.Tensors;

/// <summary>One run with known inputs and outputs.</summary>
/// <param name="Inputs">What to feed.</param>
/// <param name="Outputs">What should come out, by output name; outputs that are not listed are not compared.</param>
public sealed record ReferenceRun(IReadOnlyList<ReferenceInput> Inputs, IReadOnlyList<KeyValuePair<string, ReferenceValue>> Outputs);
