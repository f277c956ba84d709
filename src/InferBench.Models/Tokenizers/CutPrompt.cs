namespace InferBench.Models.Tokenizers;

/// <summary>A prompt of an exact number of tokens.</summary>
/// <param name="Ids">What the model gets, special tokens included.</param>
/// <param name="Text">The text of the ids, without special tokens.</param>
/// <param name="Characters">Unicode characters (scalar values) of <paramref name="Text"/>.</param>
/// <param name="IsRepeated">Whether the source was too short and was taken again from its start.</param>
/// <param name="IsStable">
/// Whether encoding <paramref name="Text"/> gives <paramref name="Ids"/> again. A cut within a word may not; then only the ids have the exact length.
/// </param>
public sealed record CutPrompt(int[] Ids, string Text, int Characters, bool IsRepeated, bool IsStable);
