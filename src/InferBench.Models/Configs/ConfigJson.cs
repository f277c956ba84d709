using System.Text.Json;
using System.Text.Json.Serialization;

namespace InferBench.Models.Configs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32)]
[JsonSerializable(typeof(HuggingFaceConfig))]
[JsonSerializable(typeof(GenAiConfig))]
internal sealed partial class ConfigJson : JsonSerializerContext;
