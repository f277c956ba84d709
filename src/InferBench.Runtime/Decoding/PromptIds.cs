using InferBench.Core.Statistics;

namespace InferBench.Runtime.Decoding;

/// <summary>Seeded random prompts, equal on every platform and release.</summary>
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
            var random = new SplitMix64(seed, row);
            for (var i = 0; i < promptLength; i++)
            {
                ids[(row * promptLength) + i] = first + random.Below(vocabulary - first);
            }
        }

        return ids;
    }
}
