using System.Text.Json.Serialization;

namespace InferBench.Models.Hub;

/// <summary>It comes over the network, so depth is limited here and size where it is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(HubWire.RevisionAnswer))]
[JsonSerializable(typeof(List<HubWire.TreeEntry>))]
internal sealed partial class HubWireJson : JsonSerializerContext;
