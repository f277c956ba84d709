using System.Text.Json.Serialization;

namespace InferBench.Reporting.Results;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ResultsIndex))]
internal sealed partial class ResultsIndexJson : JsonSerializerContext;
