using System.Text.Json.Serialization;
using InferBench.Core.Json;
using InferBench.Core.Scenarios;
using InferBench.Core.Workers;

namespace InferBench.Core.Loads;

/// <summary>JSON between a supervisor and the worker that drives a scenario.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(KebabCaseEnumConverter<LoadScenario>), typeof(KebabCaseEnumConverter<WorkerPhase>)],
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LoadRequest))]
[JsonSerializable(typeof(LoadRow))]
public sealed partial class LoadJson : JsonSerializerContext;
