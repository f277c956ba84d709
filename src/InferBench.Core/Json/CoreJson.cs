using System.Text.Json.Serialization;
using InferBench.Core.Ceilings;
using InferBench.Core.Journals;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Telemetry;
using InferBench.Core.Validity;
using InferBench.Core.Workers;

namespace InferBench.Core.Json;

/// <summary>JSON of everything that crosses a file or a process boundary. Missing values are written as null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(KebabCaseEnumConverter<CeilingKind>),
        typeof(KebabCaseEnumConverter<CellStatus>),
        typeof(KebabCaseEnumConverter<InputSource>),
        typeof(KebabCaseEnumConverter<StopReason>),
        typeof(KebabCaseEnumConverter<TelemetryQuantity>),
        typeof(KebabCaseEnumConverter<ThrottleReason>),
        typeof(KebabCaseEnumConverter<Verdict>),
        typeof(KebabCaseEnumConverter<WorkerPhase>),
    ],
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(JournalRow))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(MachineCeilings))]
[JsonSerializable(typeof(ShardRequest))]
[JsonSerializable(typeof(WorkerProgress))]
public sealed partial class CoreJson : JsonSerializerContext;
