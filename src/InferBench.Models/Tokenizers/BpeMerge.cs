namespace InferBench.Models.Tokenizers;

/// <summary>Two tokens that become one.</summary>
/// <param name="Left">The first.</param>
/// <param name="Right">The second, as the vocabulary has it.</param>
/// <param name="Tail">The second without the prefix of subwords, as it ends the new token.</param>
internal sealed record BpeMerge(string Left, string Right, string Tail)
{
    public string Whole => Left + Tail;
}
