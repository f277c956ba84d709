namespace InferBench.Models.Configs;

/// <summary>What genai_config.json says about a decoder's file and its names; null is not said. In names of caches, <c>%d</c> stands for the layer.</summary>
/// <param name="FileName">The decoder's model file, relative to the folder.</param>
/// <param name="PastPresentShareBuffer">Whether past and present may be one buffer.</param>
/// <param name="InputIds">Name of the token ids.</param>
/// <param name="AttentionMask">Name of the attention mask.</param>
/// <param name="PositionIds">Name of the positions; null too where the model takes none.</param>
/// <param name="PastKeys">Pattern of the past keys.</param>
/// <param name="PastValues">Pattern of the past values.</param>
/// <param name="Past">Pattern of pasts that hold keys and values in one tensor.</param>
/// <param name="Logits">Name of the logits.</param>
/// <param name="PresentKeys">Pattern of the present keys.</param>
/// <param name="PresentValues">Pattern of the present values.</param>
/// <param name="Present">Pattern of presents that hold keys and values in one tensor.</param>
public sealed record GenAiNames(
    string? FileName, bool? PastPresentShareBuffer, string? InputIds, string? AttentionMask, string? PositionIds, string? PastKeys, string? PastValues,
    string? Past, string? Logits, string? PresentKeys, string? PresentValues, string? Present);
