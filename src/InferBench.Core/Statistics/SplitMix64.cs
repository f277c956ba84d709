namespace InferBench.Core.Statistics;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): equal on every platform and release,
/// which <see cref="Random"/> does not promise.
/// </summary>
public struct SplitMix64
{
    private ulong _state;

    /// <summary>One of many streams of a seed, mixed so that streams of neighbouring seeds are no shifted copies of each other.</summary>
    public SplitMix64(long seed, int stream) => _state = unchecked(Mix(Mix((ulong)seed) + (ulong)stream));

    public ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15);
        return Mix(_state);
    }

    /// <summary>Uniform on [0, <paramref name="count"/>).</summary>
    public long Below(int count) => (long)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>Uniform on [0, 1), of 53 bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Its mixer: every bit of the result depends on every bit of the argument, one to one.</summary>
    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
