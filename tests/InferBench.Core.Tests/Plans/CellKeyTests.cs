using InferBench.Core.Plans;

namespace InferBench.Core.Tests.Plans;

public sealed class CellKeyTests
{
    private static readonly Cell One = new("llama-15m", "fp32", "cpu", 1, 16, 8, 2);
    private static readonly Cell OneShot = One with { PromptTokens = null, GeneratedTokens = null };

    [Fact]
    public void Of_AnyChange_GivesAnotherKey()
    {
        string[] keys =
        [
            CellKey.Of(One, "sha", "1.29.0", 42, null),
            CellKey.Of(One with { Batch = 2 }, "sha", "1.29.0", 42, null),
            CellKey.Of(One with { Threads = 1 }, "sha", "1.29.0", 42, null),
            CellKey.Of(One, "other", "1.29.0", 42, null),
            CellKey.Of(One, "sha", "1.30.0", 42, null),
            CellKey.Of(One, "sha", "1.29.0", 43, null),
            CellKey.Of(One, "sha", "1.29.0", 42, [1, 2]),
            CellKey.Of(One, "sha", "1.29.0", 42, null, "text"),
            CellKey.Of(OneShot, "sha", "1.29.0", 42, null),
            CellKey.Of(OneShot, "sha", "1.29.0", 42, null, inputs: ["a=1x2"]),
            CellKey.Of(OneShot, "sha", "1.29.0", 42, null, inputs: ["dim a=2"]),
            CellKey.Of(OneShot, "sha", "1.29.0", 42, null, inputs: ["a=1x2", "dim a=2"]),
            CellKey.Of(OneShot with { GeneratedTokens = 0 }, "sha", "1.29.0", 42, null),
            CellKey.Of(OneShot with { PromptTokens = 8 }, "sha", "1.29.0", 42, null),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9a-f]{16}$", key));
    }

    [Fact]
    public void Of_SameCell_GivesTheKeyOfEveryVersionOfThisProgram() =>
        // Pinned: a journal of an earlier version must still be resumable.
        Assert.Equal("a0868faa874374b4", CellKey.Of(One, "sha", "1.29.0", 42, null));
}
