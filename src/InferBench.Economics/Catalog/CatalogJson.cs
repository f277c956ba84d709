using System.Text.Json.Serialization;
using InferBench.Core.Json;

namespace InferBench.Economics.Catalog;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(KebabCaseEnumConverter<ApiModifierKind>),
        typeof(KebabCaseEnumConverter<CloudPlan>),
        typeof(KebabCaseEnumConverter<Confidence>),
        typeof(KebabCaseEnumConverter<DayOfWeek>),
        typeof(KebabCaseEnumConverter<FactStatus>),
        typeof(KebabCaseEnumConverter<HardwareField>),
        typeof(KebabCaseEnumConverter<HardwareKind>),
        typeof(PointDecimalConverter),
    ],
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CatalogDocument))]
internal sealed partial class CatalogJson : JsonSerializerContext;
