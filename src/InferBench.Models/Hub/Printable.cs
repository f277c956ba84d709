using InferBench.Core.Errors;

namespace InferBench.Models.Hub;

/// <summary>Text from elsewhere as it may be shown: it cannot drive the terminal and has a bounded length.</summary>
internal static class Printable
{
    private const int Longest = 200;

    public static string Of(string text) => OneLine.Of(text, Longest);

    /// <summary>Neither a control character nor one that is invisible or turns the direction of writing.</summary>
    public static bool IsPlain(char character) => OneLine.IsPlain(character);
}
