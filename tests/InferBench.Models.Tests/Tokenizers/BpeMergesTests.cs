using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class BpeMergesTests
{
    /// <summary>The oracle is the definition: while any pair can merge, merge the leftmost one of the lowest rank.</summary>
    [Fact]
    public void Apply_AnyWord_MergesLowestRankFirst()
    {
        var rules = new Dictionary<(int, int), (int Rank, int Merged)>();
        var merges = new BpeMerges();
        var random = new System.Random(7);
        for (var rank = 0; rank < 60; rank++)
        {
            var pair = (random.Next(4 + rank), random.Next(4 + rank));
            rules[pair] = (rank, 4 + rank);
            merges.TryAdd(pair.Item1, pair.Item2, rank, 4 + rank);
        }

        Prop.ForAll(Gen.Choose(0, 3).ListOf(200).Select(symbols => symbols.ToList()).ToArbitrary(), word =>
        {
            foreach (var length in (int[])[1, 7, 48, 49, 200])
            {
                var ids = new List<int>();
                merges.Apply(word[..length], ids);
                Assert.Equal(ByDefinition(word[..length], rules), ids);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Encode_OneWordOfAMegabyte_TakesNoQuadraticTime()
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path("llama2.json"));
        var text = string.Concat(Enumerable.Repeat("themodeltokens", 75_000));
        var watch = Stopwatch.StartNew();

        var ids = tokenizer.Encode(text);

        // n log n takes a second on a slow machine, n squared an hour.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal(text, tokenizer.Decode(ids));
    }

    private static List<int> ByDefinition(List<int> word, Dictionary<(int, int), (int Rank, int Merged)> rules)
    {
        var symbols = new List<int>(word);
        while (true)
        {
            var best = Enumerable.Range(0, symbols.Count - 1)
                .Where(i => rules.ContainsKey((symbols[i], symbols[i + 1])))
                .OrderBy(i => rules[(symbols[i], symbols[i + 1])].Rank)
                .ThenBy(i => i)
                .Cast<int?>()
                .FirstOrDefault();
            if (best is not { } at)
            {
                return symbols;
            }

            symbols[at] = rules[(symbols[at], symbols[at + 1])].Merged;
            symbols.RemoveAt(at + 1);
        }
    }
}
