using System.Text.Json.Serialization;
using InferBench.Core.Json;
using InferBench.Economics.Catalog;

namespace InferBench.Economics.Memory;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(KebabCaseEnumConverter<AttentionKind>), typeof(KebabCaseEnumConverter<Confidence>)],
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ModelsDocument))]
internal sealed partial class ModelsJson : JsonSerializerContext;
