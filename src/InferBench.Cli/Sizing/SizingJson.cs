using System.Text.Json.Serialization;
using InferBench.Cli.Projection;

namespace InferBench.Cli.Sizing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(FitReport))]
[JsonSerializable(typeof(SizingReport))]
[JsonSerializable(typeof(ProjectionReport))]
internal sealed partial class SizingJson : JsonSerializerContext;
