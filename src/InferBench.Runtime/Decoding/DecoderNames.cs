using System.Globalization;
using System.Text.RegularExpressions;
using InferBench.Models.Configs;

namespace InferBench.Runtime.Decoding;

/// <summary>Names of a decoder's inputs and outputs: what genai_config.json says, else what Optimum and ONNX Runtime GenAI agree on.</summary>
internal sealed partial class DecoderNames
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
            Pair(names?.Past ?? "past_%d", names?.Present ?? "present_%d"),
        ];
    }

    public string InputIds { get; }

    public string AttentionMask { get; }

    public string PositionIds { get; }

    public string Logits { get; }

    /// <summary>transformers renamed the argument in release 4.50.</summary>
    public IReadOnlyList<string> LogitsToKeep { get; } = ["num_logits_to_keep", "logits_to_keep"];

    public string UseCacheBranch => "use_cache_branch";

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

    /// <summary>Output of a state input, by the names of Optimum and transformers.js, and of ONNX Runtime GenAI; null for any other name.</summary>
    public static string? State(string name) => (FlatState().IsMatch(name), LayeredState().Match(name)) switch
    {
        (true, _) => $"present_{name["past_".Length..]}",
        (_, { Success: true } match) => $"present.{match.Groups["rest"].Value}",
        _ => null,
    };

    /// <summary>Whether a name is one of those that outputs of a cache usually have.</summary>
    public bool IsPresent(string name) => _cache.Any(pair => Pattern(pair.Present).IsMatch(name));

    private static (Regex Past, string Present) Pair(string past, string present) => (Pattern(past), present);

    private static Regex Pattern(string name) =>
        new($"^{Regex.Escape(name).Replace("%d", @"(?<layer>\d{1,6})", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"^past_(?:conv|ssm|recurrent)(?:_states?)?[._]\d{1,6}$")]
    private static partial Regex FlatState();

    [GeneratedRegex(@"^past_key_values\.(?<rest>\d{1,6}\.(?:conv|ssm|recurrent)(?:_state)?)$")]
    private static partial Regex LayeredState();
}
