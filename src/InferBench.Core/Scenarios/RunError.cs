namespace InferBench.Core.Scenarios;

/// <summary>Something that LoadGen logs as an error; it alone makes no run invalid.</summary>
/// <param name="Text">In words, one line.</param>
/// <param name="Count">How many times LoadGen logs it.</param>
public sealed record RunError(string Text, long Count);
