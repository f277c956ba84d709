namespace InferBench.Models.Tokenizers;

/// <summary>A token that is looked for in the text before anything else is done to it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">Its text.</param>
/// <param name="IsSpecial">Whether decoding may leave it out.</param>
/// <param name="IsNormalized">Whether it is looked for in the normalized text, itself normalized.</param>
/// <param name="StripsLeft">Whether it takes the whitespace before it along.</param>
/// <param name="StripsRight">Whether it takes the whitespace after it along.</param>
/// <param name="IsSingleWord">Whether it counts only where no letter or digit touches it.</param>
internal sealed record AddedToken(
    int Id, string Content, bool IsSpecial, bool IsNormalized = false, bool StripsLeft = false, bool StripsRight = false, bool IsSingleWord = false);
