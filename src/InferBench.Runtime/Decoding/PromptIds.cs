namespace InferBench.Runtime.Decoding;

/// <summary>Seeded random prompts, equal on every platform and release: the generator is SplitMix64, not <see cref="Random"/>.</summary>
public static class PromptIds
{
    /// <summary>Ids below this are usually padding, begin and end of text.</summary>
    private const int FirstOrdinary = 3;

    /// <summary>Prompts one after the other, each a stream of its own, so that a sequence does not depend on the batch around it.</summary>
    public static long[] Random(long seed, int batch, int promptLength, int vocabulary)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(promptLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vocabulary);

        var first = vocabulary > FirstOrdinary ? FirstOrdinary : 0;
        var ids = new long[checked(batch * promptLength)];
        for (var row = 0; row < batch; row++)
        {
            // Mixed, so that rows of neighbouring seeds are no shifted copies of each other.
            var state = Mix(Mix(unchecked((ulong)seed)) + (ulong)row);
            for (var i = 0; i < promptLength; i++)
            {
                state = unchecked(state + 0x9E3779B97F4A7C15);
                ids[(row * promptLength) + i] = first + (long)Math.BigMul(Mix(state), (ulong)(vocabulary - first), out _);
            }
        }

        return ids;
    }

    /// <summary>SplitMix64's finalizer (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).</summary>
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
