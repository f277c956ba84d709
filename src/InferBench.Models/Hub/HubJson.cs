using System.Text.Json.Serialization;

namespace InferBench.Models.Hub;

/// <summary>How listings, snapshots and the well-known models are printed as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(HubListing))]
[JsonSerializable(typeof(HubSnapshot))]
[JsonSerializable(typeof(IReadOnlyList<WellKnownModel>))]
public sealed partial class HubJson : JsonSerializerContext;
