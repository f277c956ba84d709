using System.Globalization;

namespace InferBench.Models.Tokenizers;

/// <summary>The learned merges as a file lists them, each checked against the vocabulary.</summary>
/// <param name="vocabulary">Tokens that merges are made of, and those that they make.</param>
/// <param name="subwordPrefix">Stands before every token but a word's first, and is left out where two are joined; empty for none.</param>
internal sealed class BpeMergesBuilder(Vocabulary vocabulary, string subwordPrefix = "")
{
    private readonly List<BpeMerge> _merges = [];

    /// <summary>In the order of their ranks, the lowest first.</summary>
    public IReadOnlyList<BpeMerge> Merges => _merges;

    /// <summary>What is wrong with the merge; null when it was added.</summary>
    public string? Add(string left, string right)
    {
        var tail = subwordPrefix.Length > 0 && right.StartsWith(subwordPrefix, StringComparison.Ordinal) ? right[subwordPrefix.Length..] : right;
        if (vocabulary.Find(left) is null)
        {
            return $"merges \"{left}\", which is not in the vocabulary";
        }

        if (vocabulary.Find(right) is null)
        {
            return $"merges \"{right}\", which is not in the vocabulary";
        }

        if (vocabulary.Find(left + tail) is null)
        {
            return $"makes \"{left + tail}\", which is not in the vocabulary";
        }

        if (_merges.Count == TokenizerLimits.Merges)
        {
            return string.Create(CultureInfo.InvariantCulture, $"is one more than the {TokenizerLimits.Merges} merges that are read");
        }

        _merges.Add(new BpeMerge(left, right, tail));
        return null;
    }
}
