namespace InferBench.Runtime.Execution;

/// <summary>Sizes of made-up inputs where the model leaves them open and nobody asks for others.</summary>
/// <param name="Batch">Items.</param>
/// <param name="Sequence">Tokens, samples, frames.</param>
public sealed record InputSizes(long Batch = 1, long Sequence = 8);
