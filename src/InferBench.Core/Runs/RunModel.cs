using System.Text.Json.Serialization;

namespace InferBench.Core.Runs;

/// <summary>A model as it was measured.</summary>
/// <param name="Name">Name as shown in cells.</param>
/// <param name="Precision">Weight format with its scheme.</param>
/// <param name="Provider">Execution provider that runs it in this run.</param>
/// <param name="File">File name inside its own folder; never a path of the machine.</param>
/// <param name="Sha256">Hash over the model file and its external data.</param>
/// <param name="Bytes">Size of the model with its external data.</param>
/// <param name="Parameters">Weights, counted as the values they stand for; null where that cannot be told.</param>
/// <param name="DecodeWeightBytes">Weight bytes that one decode step reads, embedding tables that are only gathered left out; null where that cannot be told, and for a one-shot model.</param>
/// <param name="Layout">Graph form of a decoder: genai or optimum; null for a one-shot model.</param>
/// <param name="ContextLength">Longest sequence in tokens; null where the model does not say.</param>
/// <param name="Synthetic">True for random weights: speed is real, output has no meaning.</param>
/// <param name="QuantizedFrom">Hash of the model that it was quantized from for this run; null where it was there as it is.</param>
/// <param name="TokensPerThousandCharacters">Tokens that its tokenizer makes of 1,000 characters of the run's text; null without a text.</param>
/// <param name="KvBytesPerToken">Keys and values of one token of one sequence, all layers together; null where the graph does not say.</param>
/// <param name="MultipliedParameters">Parameters that are multiplied as matrices, tables that are only looked up left out; null where that cannot be told.</param>
public sealed record RunModel(
    string Name,
    string Precision,
    string Provider,
    string File,
    string Sha256,
    long Bytes,
    long? Parameters,
    long? DecodeWeightBytes,
    string? Layout,
    int? ContextLength,
    bool Synthetic,
    string? QuantizedFrom = null,
    double? TokensPerThousandCharacters = null,
    long? KvBytesPerToken = null,
    long? MultipliedParameters = null)
{
    /// <summary>What the cells that run it have as their <see cref="Plans.Cell.ModelKey"/>.</summary>
    [JsonIgnore]
    public string Key => $"{Name} {Precision} {Provider}";
}
