using System.Text.Json.Serialization;
using InferBench.Core.Json;
using InferBench.Economics.Claims;

namespace InferBench.Cli.Claims;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(KebabCaseEnumConverter<ClaimVerdict>)])]
[JsonSerializable(typeof(ClaimReport))]
[JsonSerializable(typeof(IReadOnlyList<ClaimName>))]
internal sealed partial class ClaimJson : JsonSerializerContext;
