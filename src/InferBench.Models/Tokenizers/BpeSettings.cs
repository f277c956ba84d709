namespace InferBench.Models.Tokenizers;

/// <summary>How a BPE model treats what its vocabulary does not hold, and the ends of words.</summary>
/// <param name="UnknownToken">Stands for a character without a token; null drops that character.</param>
/// <param name="FuseUnknown">Several unknown characters in a row become one token.</param>
/// <param name="ByteFallback">A character without a token becomes its UTF-8 bytes, <c>&lt;0xE2&gt;</c> and so on, where the vocabulary has them all.</param>
/// <param name="IgnoreMerges">A piece that is a token as a whole is that token, whatever the merges say.</param>
/// <param name="SubwordPrefix">Stands before every character but a word's first; empty for none.</param>
/// <param name="WordSuffix">Stands after a word's last character; empty for none.</param>
internal sealed record BpeSettings(
    string? UnknownToken = null,
    bool FuseUnknown = false,
    bool ByteFallback = false,
    bool IgnoreMerges = false,
    string SubwordPrefix = "",
    string WordSuffix = "");
