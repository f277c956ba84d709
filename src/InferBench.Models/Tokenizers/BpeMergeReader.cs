using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>Checks a merge against the vocabulary and adds it.</summary>
internal static class BpeMergeReader
{
    /// <summary>What is wrong with the merge; null when it was added.</summary>
    public static string? Add(BpeMerges merges, Vocabulary vocabulary, string left, string right, int rank, string subwordPrefix = "")
    {
        var tail = subwordPrefix.Length > 0 && right.StartsWith(subwordPrefix, StringComparison.Ordinal) ? right[subwordPrefix.Length..] : right;
        if (vocabulary.Find(left) is not { } first)
        {
            return $"merges \"{left}\", which is not in the vocabulary";
        }

        if (vocabulary.Find(right) is not { } second)
        {
            return $"merges \"{right}\", which is not in the vocabulary";
        }

        if (vocabulary.Find(left + tail) is not { } merged)
        {
            return $"makes \"{left + tail}\", which is not in the vocabulary";
        }

        return merges.TryAdd(first, second, rank, merged) ? null
            : string.Create(CultureInfo.InvariantCulture, $"is one more than the {TokenizerLimits.Merges} merges that are read");
    }
}
