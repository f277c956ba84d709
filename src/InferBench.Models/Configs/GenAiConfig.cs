using System.Text.Json.Serialization;

namespace InferBench.Models.Configs;

/// <summary>The fields of genai_config.json that we read.</summary>
internal sealed record GenAiConfig
{
    public ModelPart? Model { get; init; }

    public SearchPart? Search { get; init; }

    public DecoderConfig ToDecoder()
    {
        var (model, decoder) = (Model, Model?.Decoder);
        var (inputs, outputs) = (decoder?.Inputs, decoder?.Outputs);
        return new DecoderConfig(
            model?.Type, model?.VocabSize, model?.ContextLength, decoder?.HiddenSize, decoder?.NumHiddenLayers, decoder?.NumAttentionHeads,
            decoder?.NumKeyValueHeads, decoder?.HeadSize, model?.BosTokenId, model?.EosTokenId is { Length: > 0 } eos ? eos : null, model?.PadTokenId, null,
            new GenAiNames(
                decoder?.Filename, Search?.PastPresentShareBuffer, inputs?.InputIds, inputs?.AttentionMask, inputs?.PositionIds, inputs?.PastKeyNames,
                inputs?.PastValueNames, inputs?.PastNames, outputs?.Logits, outputs?.PresentKeyNames, outputs?.PresentValueNames, outputs?.PresentNames));
    }

    internal sealed record ModelPart
    {
        public string? Type { get; init; }

        public int? VocabSize { get; init; }

        public int? ContextLength { get; init; }

        public int? BosTokenId { get; init; }

        [JsonConverter(typeof(OneOrMoreInts))]
        public int[]? EosTokenId { get; init; }

        public int? PadTokenId { get; init; }

        public DecoderPart? Decoder { get; init; }
    }

    internal sealed record DecoderPart
    {
        public string? Filename { get; init; }

        public int? HeadSize { get; init; }

        public int? HiddenSize { get; init; }

        public int? NumAttentionHeads { get; init; }

        public int? NumHiddenLayers { get; init; }

        public int? NumKeyValueHeads { get; init; }

        public InputNames? Inputs { get; init; }

        public OutputNames? Outputs { get; init; }
    }

    internal sealed record InputNames
    {
        public string? InputIds { get; init; }

        public string? AttentionMask { get; init; }

        public string? PositionIds { get; init; }

        public string? PastKeyNames { get; init; }

        public string? PastValueNames { get; init; }

        public string? PastNames { get; init; }
    }

    internal sealed record OutputNames
    {
        public string? Logits { get; init; }

        public string? PresentKeyNames { get; init; }

        public string? PresentValueNames { get; init; }

        public string? PresentNames { get; init; }
    }

    internal sealed record SearchPart
    {
        public bool? PastPresentShareBuffer { get; init; }
    }
}
