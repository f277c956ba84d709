using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class BpeModelTests
{
    private const string Letters = "abcd";

    private static readonly Arbitrary<string> Words = Gen.Elements(Letters.ToCharArray()).ListOf(1500).Select(string.Concat).ToArbitrary();

    /// <summary>The oracle is the definition: while any pair can merge, merge the leftmost one of the lowest rank.</summary>
    [Fact]
    public void Encode_WordOfAnyLength_MergesLowestRankFirst()
    {
        // Tokens of one spelling that different merges make share their id, so that merges depend on the spelling alone, as in real files.
        var (vocabulary, merges) = Random(60);
        var model = new BpeModel(vocabulary, merges, new BpeSettings());

        Prop.ForAll(Words, word =>
        {
            // Before and after the length from which seams are looked for, and the one from which words are merged here.
            foreach (var length in (int[])[1, 7, 64, 65, 300, 1024, 1025, 1500])
            {
                Assert.Equal(ByDefinition(word[..length], vocabulary, merges), Ids(model, word[..length]));
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

    [Fact]
    public void Encode_PairThatComesTwice_TakesTheLaterRank()
    {
        var vocabulary = Of("a", "b", "c", "ab", "bc");
        IReadOnlyList<BpeMerge> merges = [new("a", "b", "b"), new("b", "c", "c"), new("a", "b", "b")];

        Assert.Equal([0, 4], Ids(new BpeModel(vocabulary, merges, new BpeSettings()), "abc"));
    }

    [Fact]
    public void Encode_TokensWithSpaces_AreMergedLikeOthers()
    {
        var vocabulary = Of("a", " ", " a", "a a");
        IReadOnlyList<BpeMerge> merges = [new(" ", "a", "a"), new("a", " a", " a")];

        Assert.Equal([3, 2], Ids(new BpeModel(vocabulary, merges, new BpeSettings()), "a a a"));
    }

    [Fact]
    public void Encode_IdsWithGapsAndTwice_AreThoseOfTheFile()
    {
        var vocabulary = new Vocabulary();
        Assert.True(vocabulary.TryAdd("a", 70) && vocabulary.TryAdd("b", 9) && vocabulary.TryAdd("ab", 9));

        Assert.Equal([9, 70], Ids(new BpeModel(vocabulary, [new("a", "b", "b")], new BpeSettings()), "aba"));
    }

    [Theory]
    [InlineData(null, false, new int[] { 2 })]
    [InlineData("?", false, new int[] { 0, 3, 3, 1 })]
    [InlineData("?", true, new int[] { 0, 3, 1 })]
    public void Encode_UnknownCharacters_AreLeftOutKeptOrFused(string? unknown, bool fuses, int[] expected)
    {
        var vocabulary = Of("a", "b", "ab", "?");
        var model = new BpeModel(vocabulary, [new("a", "b", "b")], new BpeSettings(unknown, fuses));

        Assert.Equal(expected, Ids(model, "axyb"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Encode_LongWordWithASuffixAndUnknownCharacters_IsThatOfShortOnes(bool fuses)
    {
        // One word of the package's and one that is merged here, of the same parts.
        var vocabulary = Of("a", "b", "b</w>", "ab", "?");
        var model = new BpeModel(vocabulary, [new("a", "b", "b")], new BpeSettings("?", fuses, WordSuffix: "</w>"));
        var part = string.Concat(Enumerable.Repeat("abxya", 40));

        var shorter = Ids(model, $"{part}b");
        var longer = Ids(model, $"{string.Concat(Enumerable.Repeat(part, 10))}b");

        // The last character of a word has the suffix, and the last of a part that is followed by another joins its first.
        Assert.Equal([.. Enumerable.Repeat(shorter[..^1], 10).SelectMany(ids => ids), shorter[^1]], longer);
    }

    [Fact]
    public void Encode_CharacterThatStandsInForASpace_IsUnknown()
    {
        var model = new BpeModel(Of("a", " ", "?"), [], new BpeSettings("?"));

        Assert.Equal([0, 1, 2], Ids(model, "a \uE000"));
    }

    [Fact]
    public void Encode_UnknownTokenThatIsMissing_IsAnErrorOnlyWhereItIsNeeded()
    {
        var model = new BpeModel(Of("a"), [], new BpeSettings("<unk>"));

        Assert.Equal([0], Ids(model, "a"));
        Assert.Equal("The tokenizer's unk_token \"<unk>\" is not in its vocabulary", Assert.Throws<TokenizerException>(() => Ids(model, "ax")).Message);
    }

    private static (Vocabulary Vocabulary, IReadOnlyList<BpeMerge> Merges) Random(int count)
    {
        var random = new System.Random(7);
        List<string> tokens = [.. Letters.Select(letter => letter.ToString())];
        List<BpeMerge> merges = [];
        while (merges.Count < count)
        {
            var (left, right) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
            if (left.Length + right.Length <= 12 && !merges.Any(merge => merge.Left == left && merge.Right == right))
            {
                merges.Add(new BpeMerge(left, right, right));
                tokens.Add(left + right);
            }
        }

        return (Of([.. tokens.Distinct()]), merges);
    }

    private static Vocabulary Of(params string[] tokens)
    {
        var vocabulary = new Vocabulary();
        foreach (var (id, token) in tokens.Index())
        {
            Assert.True(vocabulary.TryAdd(token, id));
        }

        return vocabulary;
    }

    private static List<int> Ids(BpeModel model, string word)
    {
        var ids = new List<int>();
        model.Encode(word, ids);
        return ids;
    }

    private static List<int> ByDefinition(string word, Vocabulary vocabulary, IReadOnlyList<BpeMerge> merges)
    {
        var ranks = merges.Select((merge, rank) => (merge, rank)).ToDictionary(one => (one.merge.Left, one.merge.Right), one => one.rank);
        List<string> symbols = [.. word.Select(letter => letter.ToString())];
        while (true)
        {
            var (best, at) = (int.MaxValue, -1);
            for (var i = 0; i + 1 < symbols.Count; i++)
            {
                if (ranks.TryGetValue((symbols[i], symbols[i + 1]), out var rank) && rank < best)
                {
                    (best, at) = (rank, i);
                }
            }

            if (at < 0)
            {
                return symbols.ConvertAll(symbol => vocabulary.Find(symbol)!.Value);
            }

            symbols[at] += symbols[at + 1];
            symbols.RemoveAt(at + 1);
        }
    }
}
