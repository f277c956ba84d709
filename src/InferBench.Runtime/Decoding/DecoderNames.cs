using System.Globalization;
using System.Text.RegularExpressions;
using InferBench.Models.Configs;

namespace InferBench.Runtime.Decoding;

/// <summary>Names of a decoder's inputs and outputs: what genai_config.json says, else what Optimum and ONNX Runtime GenAI agree on.</summary>
internal sealed class DecoderNames
{
    private readonly (Regex Past, string Present)[] _cache;

    public DecoderNames(GenAiNames? names)
    {
        InputIds = names?.InputIds ?? "input_ids";
        AttentionMask = names?.AttentionMask ?? "attention_mask";
        PositionIds = names?.PositionIds ?? "position_ids";
        Logits = names?.Logits ?? "logits";
        _cache =
        [
            Pair(names?.PastKeys ?? "past_key_values.%d.key", names?.PresentKeys ?? "present.%d.key"),
            Pair(names?.PastValues ?? "past_key_values.%d.value", names?.PresentValues ?? "present.%d.value"),
        ];
    }

    public string InputIds { get; }

    public string AttentionMask { get; }

    public string PositionIds { get; }

    public string Logits { get; }

    public string LogitsToKeep => "num_logits_to_keep";

    /// <summary>Layer and output of a cache input; null for any other name. Hybrid models leave layers out.</summary>
    public (int Layer, string Present)? Cache(string name)
    {
        foreach (var (past, present) in _cache)
        {
            if (past.Match(name) is { Success: true } match)
            {
                var layer = match.Groups["layer"].Value;
                return (int.Parse(layer, CultureInfo.InvariantCulture), present.Replace("%d", layer, StringComparison.Ordinal));
            }
        }

        return null;
    }

    private static (Regex Past, string Present) Pair(string past, string present) =>
        (new Regex($"^{Regex.Escape(past).Replace("%d", @"(?<layer>\d{1,6})", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking), present);
}
