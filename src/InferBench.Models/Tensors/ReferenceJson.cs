using System.Text.Json.Serialization;

namespace InferBench.Models.Tensors;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 32)]
[JsonSerializable(typeof(ReferenceDocument))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
