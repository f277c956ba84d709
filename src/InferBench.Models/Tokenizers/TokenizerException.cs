namespace InferBench.Models.Tokenizers;

/// <summary>A tokenizer's file is damaged, is missing, or asks for something that is not supported; the message names the file and the field.</summary>
public sealed class TokenizerException(string message, Exception? innerException = null) : ModelException(message, innerException)
{
    /// <summary>Whether the file may well be right, and another reader could use it.</summary>
    public bool IsUnsupported { get; private init; }

    internal static TokenizerException In(string path, string problem, Exception? innerException = null) =>
        new($"{Path.GetFileName(path)}: {problem}", innerException);

    internal static TokenizerException Unsupported(string message) => new(message) { IsUnsupported = true };
}
