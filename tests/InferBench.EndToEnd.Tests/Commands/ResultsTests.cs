using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class ResultsTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Results_ARunOfOnesOwn_IsIndexedCheckedAndExported()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);

        _person.Run("results", "index", "--check").ExitsWith(1);
        Assert.Contains("(1 run)", _person.Run("results", "index").ExitsWith(0).Output, StringComparison.Ordinal);
        _person.Run("results", "index", "--check").ExitsWith(0);
        Assert.Contains(Path.GetFileName(_person.OnlyRun), _person.Run("results", "index", "--json").ExitsWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("written: runs.db (1 run, 1 cell)", _person.Run("export", _person.OnlyRun, "--sqlite", "runs.db").ExitsWith(0).Output, StringComparison.Ordinal);
        Assert.Equal("SQLite format 3\0"u8.ToArray(), File.ReadAllBytes(Path.Combine(_person.Home, "runs.db"))[..16]);
        Assert.Contains("  cells.jsonl\n", File.ReadAllText(Path.Combine(_person.OnlyRun, "SHA256SUMS")), StringComparison.Ordinal);
    }
}
