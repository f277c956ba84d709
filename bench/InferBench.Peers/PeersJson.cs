using System.Text.Json.Serialization;
using InferBench.Peers.Launches;
using InferBench.Peers.Sides;

namespace InferBench.Peers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SideRequest))]
[JsonSerializable(typeof(Generation))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(PeerTable))]
internal sealed partial class PeersJson : JsonSerializerContext;
