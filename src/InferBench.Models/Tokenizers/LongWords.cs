namespace InferBench.Models.Tokenizers;

/// <summary>
/// Merges words of any length in n log n: always the lowest rank first, the leftmost of equals. Microsoft.ML.Tokenizers moves all that follows for
/// every symbol that a merge removes, so that three times the word takes nine times as long (<c>Word.MergeAll</c>).
/// </summary>
internal sealed class LongWords
{
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges;

    /// <param name="ranked">The merges, the lowest rank first, each pair once.</param>
    /// <param name="vocabulary">Their tokens.</param>
    public LongWords(IReadOnlyList<BpeMerge> ranked, Vocabulary vocabulary)
    {
        _merges = new(ranked.Count);
        foreach (var (rank, merge) in ranked.Index())
        {
            _merges[(vocabulary.Find(merge.Left)!.Value, vocabulary.Find(merge.Right)!.Value)] = (rank, vocabulary.Find(merge.Whole)!.Value);
        }
    }

    public void Merge(List<int> symbols, List<int> ids)
    {
        var count = symbols.Count;
        var next = new int[count];
        var previous = new int[count];
        var removed = new bool[count];
        var queue = new PriorityQueue<int, (int Rank, int Position)>(count);
        for (var i = 0; i < count; i++)
        {
            (next[i], previous[i]) = (i + 1, i - 1);
            Offer(i, i + 1);
        }

        while (queue.TryDequeue(out var at, out var priority))
        {
            var right = removed[at] ? count : next[at];
            if (right >= count || !_merges.TryGetValue((symbols[at], symbols[right]), out var merge) || merge.Rank != priority.Rank)
            {
                // The neighbours have changed since this pair was offered.
                continue;
            }

            symbols[at] = merge.Merged;
            removed[right] = true;
            next[at] = next[right];
            if (next[at] < count)
            {
                previous[next[at]] = at;
            }

            Offer(previous[at], at);
            Offer(at, next[at]);
        }

        for (var i = 0; i < count; i = next[i])
        {
            ids.Add(symbols[i]);
        }

        void Offer(int left, int right)
        {
            if (left >= 0 && right < count && _merges.TryGetValue((symbols[left], symbols[right]), out var merge))
            {
                queue.Enqueue(left, (merge.Rank, left));
            }
        }
    }
}
