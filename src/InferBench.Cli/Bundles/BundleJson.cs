using System.Text.Json.Serialization;

namespace InferBench.Cli.Bundles;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(BundleReport))]
internal sealed partial class BundleJson : JsonSerializerContext;
