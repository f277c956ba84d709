namespace InferBench.Models.Tokenizers;

internal static class MicrosoftTokenizers
{
    public static string? FindIn(string folder) => null;

    public static ITokenizer? TryOpen(string path) => null;
}
