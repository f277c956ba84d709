using System.ComponentModel;
using System.Text.Json.Serialization;

namespace InferBench.Core.Quality;

/// <summary>Whether and how a run scores its models' quality. Null fields take the value of <see cref="Defaults"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record QualitySettings
{
    public const string Auto = "auto";
    public const string On = "on";
    public const string Off = "off";

    [Description("auto, on or off. Auto scores trained models of which a run has several precisions, and all where a text or a reference is given.")]
    public string? Measure { get; init; }

    [Description("UTF-8 text to score, <|endoftext|> between documents. Without it the reference's own sampled text is scored, and said to be.")]
    public string? Text { get; init; }

    [Description("What to compare with: an ONNX file, a folder, or a synthetic model such as llama-15m:fp32. The default is each model's most precise form in the run.")]
    public string? Reference { get; init; }

    [Description("Tokens to score at most; the default is the whole text, or 1024 sampled ones.")]
    public int? MaxTokens { get; init; }

    [JsonIgnore]
    public static QualitySettings Defaults { get; } = new() { Measure = Auto };

    /// <summary>These settings with every absent field filled from <paramref name="other"/>.</summary>
    public QualitySettings Or(QualitySettings other) => new()
    {
        Measure = Measure ?? other.Measure,
        Text = Text ?? other.Text,
        Reference = Reference ?? other.Reference,
        MaxTokens = MaxTokens ?? other.MaxTokens,
    };
}
