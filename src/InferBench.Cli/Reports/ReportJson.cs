using System.Text.Json.Serialization;

namespace InferBench.Cli.Reports;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportOutcome))]
internal sealed partial class ReportJson : JsonSerializerContext;
