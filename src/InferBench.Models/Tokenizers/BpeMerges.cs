namespace InferBench.Models.Tokenizers;

/// <summary>
/// The learned merges: always the lowest rank first, the leftmost of equals. Short words are scanned, long ones take a heap,
/// so that one word of a megabyte costs n log n and not n squared.
/// </summary>
internal sealed class BpeMerges
{
    private const int LongestScan = 48;
    private const int None = int.MaxValue;

    private readonly Dictionary<ulong, (int Rank, int Merged)> _merges = [];

    public int Count => _merges.Count;

    /// <summary>False when there are too many. A pair that comes again takes the later rank, as in the format's own library.</summary>
    public bool TryAdd(int left, int right, int rank, int merged)
    {
        if (_merges.Count >= TokenizerLimits.Merges)
        {
            return false;
        }

        _merges[Key(left, right)] = (rank, merged);
        return true;
    }

    public void Apply(List<int> symbols, List<int> ids)
    {
        if (symbols.Count <= LongestScan)
        {
            Scan(symbols, ids);
        }
        else
        {
            Heap(symbols, ids);
        }
    }

    private static ulong Key(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private int Rank(int left, int right) => _merges.TryGetValue(Key(left, right), out var merge) ? merge.Rank : None;

    private void Scan(List<int> symbols, List<int> ids)
    {
        Span<int> tokens = stackalloc int[LongestScan];
        Span<int> ranks = stackalloc int[LongestScan];
        var count = symbols.Count;
        for (var i = 0; i < count; i++)
        {
            tokens[i] = symbols[i];
            ranks[i] = i + 1 < count ? Rank(symbols[i], symbols[i + 1]) : None;
        }

        while (count > 1)
        {
            var best = 0;
            for (var i = 1; i < count - 1; i++)
            {
                best = ranks[i] < ranks[best] ? i : best;
            }

            if (ranks[best] == None)
            {
                break;
            }

            tokens[best] = _merges[Key(tokens[best], tokens[best + 1])].Merged;
            tokens[(best + 2)..count].CopyTo(tokens[(best + 1)..]);
            ranks[(best + 2)..count].CopyTo(ranks[(best + 1)..]);
            count--;
            ranks[best] = best + 1 < count ? Rank(tokens[best], tokens[best + 1]) : None;
            if (best > 0)
            {
                ranks[best - 1] = Rank(tokens[best - 1], tokens[best]);
            }
        }

        ids.AddRange(tokens[..count]);
    }

    private void Heap(List<int> symbols, List<int> ids)
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
            if (right >= count || !_merges.TryGetValue(Key(symbols[at], symbols[right]), out var merge) || merge.Rank != priority.Rank)
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
            if (left >= 0 && right < count && Rank(symbols[left], symbols[right]) is var rank && rank != None)
            {
                queue.Enqueue(left, (rank, left));
            }
        }
    }
}
