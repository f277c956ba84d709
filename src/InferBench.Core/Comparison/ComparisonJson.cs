using System.Text.Json.Serialization;
using InferBench.Core.Json;

namespace InferBench.Core.Comparison;

/// <summary><c>comparison.json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(KebabCaseEnumConverter<ComparisonAxis>), typeof(KebabCaseEnumConverter<ComparedMetric>), typeof(KebabCaseEnumConverter<DifferenceVerdict>)])]
[JsonSerializable(typeof(RunComparison))]
public sealed partial class ComparisonJson : JsonSerializerContext;
