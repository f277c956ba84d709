using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;

namespace InferBench.Economics.Catalog;

/// <summary>A rate that somebody published: measured elsewhere, and never shown as measured here.</summary>
public sealed record PublishedThroughput
{
    public required string Model { get; init; }

    [Description("Id of a device.")]
    public required string Gpu { get; init; }

    [Description("GPUs that served together; null where the source does not say.")]
    public int? Gpus { get; init; }

    public required string Precision { get; init; }

    public required string Engine { get; init; }

    [Description("Input tokens of a request; null where the source does not say.")]
    public int? PromptTokens { get; init; }

    [Description("Output tokens of a request; null where the source does not say.")]
    public int? GeneratedTokens { get; init; }

    [Description("Requests at once; null where the source does not say.")]
    public int? Concurrency { get; init; }

    [Description("True where input tokens are counted as well.")]
    public bool CountsInput { get; init; }

    [Description("tok/s of the machine, or tok/s/GPU.")]
    public required Fact Rate { get; init; }

    [JsonIgnore]
    public string Id => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}/{Gpu}/{Precision}/{Engine.ToLowerInvariant()}{(PromptTokens is { } prompt ? $"/{prompt}-{GeneratedTokens}" : "")}{(Concurrency is { } requests ? $"/c{requests}" : "")}");
}
