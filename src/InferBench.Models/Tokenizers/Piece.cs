namespace InferBench.Models.Tokenizers;

/// <summary>A part of the text that pre-tokenizers cut further and the model encodes on its own.</summary>
/// <param name="Text">The text that the piece lies in.</param>
/// <param name="Start">Where it begins there.</param>
/// <param name="Length">Its UTF-16 code units.</param>
/// <param name="BeginsText">Whether the person's text begins with it; Metaspace may ask.</param>
internal readonly record struct Piece(string Text, int Start, int Length, bool BeginsText)
{
    public ReadOnlySpan<char> Span => Text.AsSpan(Start, Length);

    public Piece Part(int start, int end) => new(Text, Start + start, end - start, BeginsText && start == 0);

    public override string ToString() => Text.Substring(Start, Length);
}
