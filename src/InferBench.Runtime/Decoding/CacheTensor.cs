namespace InferBench.Runtime.Decoding;

/// <summary>Keys or values of one layer, [batch, heads, length, size].</summary>
/// <param name="Past">Input's name.</param>
/// <param name="Present">Output's name.</param>
/// <param name="Heads">KV heads of this layer.</param>
/// <param name="HeadSize">Size of a head.</param>
public sealed record CacheTensor(string Past, string Present, int Heads, int HeadSize);
