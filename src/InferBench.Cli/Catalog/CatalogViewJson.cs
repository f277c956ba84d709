using System.Text.Json.Serialization;
using InferBench.Core.Json;
using InferBench.Economics.Catalog;

namespace InferBench.Cli.Catalog;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    Converters =
    [
        typeof(KebabCaseEnumConverter<CatalogKind>),
        typeof(KebabCaseEnumConverter<CatalogSeverity>),
        typeof(KebabCaseEnumConverter<Confidence>),
        typeof(KebabCaseEnumConverter<FactStatus>),
    ])]
[JsonSerializable(typeof(CatalogView))]
[JsonSerializable(typeof(CatalogReport))]
internal sealed partial class CatalogViewJson : JsonSerializerContext;
