namespace InferBench.Models.Tokenizers;

/// <summary>Turns one piece of text into ids.</summary>
internal interface ITokenModel
{
    public Vocabulary Vocabulary { get; }

    /// <summary>As the tokenizers format calls it: <c>BPE</c>, <c>WordPiece</c>.</summary>
    public string Kind { get; }

    public void Encode(ReadOnlySpan<char> piece, List<int> ids);
}
