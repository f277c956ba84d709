namespace InferBench.Runtime.Decoding;

/// <summary>Keys or values of one layer, [batch, heads, length, size], or both in one tensor, [2, batch, heads, length, size].</summary>
/// <param name="Past">Input's name.</param>
/// <param name="Present">Output's name.</param>
/// <param name="Heads">KV heads of this layer.</param>
/// <param name="HeadSize">Size of a head.</param>
/// <param name="Stacked">True where keys and values lie in one tensor.</param>
public sealed record CacheTensor(string Past, string Present, int Heads, int HeadSize, bool Stacked = false)
{
    internal long[] Shape(int batch, int length) => Stacked ? [2, batch, Heads, length, HeadSize] : [batch, Heads, length, HeadSize];
}
