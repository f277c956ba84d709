using System.Globalization;
using System.Text.RegularExpressions;

namespace InferBench.Runtime.Decoding;

/// <summary>The names that Optimum and ONNX Runtime GenAI give a decoder's inputs and outputs.</summary>
internal static partial class DecoderNames
{
    public const string InputIds = "input_ids";
    public const string AttentionMask = "attention_mask";
    public const string PositionIds = "position_ids";
    public const string LogitsToKeep = "num_logits_to_keep";
    public const string Logits = "logits";

    private const string PastPrefix = "past_key_values.";
    private const string PresentPrefix = "present.";

    /// <summary>Layer of a cache input; null for any other name. Hybrid models leave layers out.</summary>
    public static int? PastLayer(string name) =>
        Past().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    public static string PresentOf(string past) => PresentPrefix + past[PastPrefix.Length..];

    [GeneratedRegex(@"^past_key_values\.(\d{1,6})\.(?:key|value)$")]
    private static partial Regex Past();
}
