using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Runs;
using InferBench.Tests;

namespace InferBench.Core.Tests.Runs;

public sealed class RunRepriceTests : IDisposable
{
    private static readonly HourlyPrice Quote = new(0.25, "a quote", new(2026, 11, 21), Assumed: false);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_MeasuredRun_ChangesThePriceAndNamesTheOrigin()
    {
        var source = Measured();

        var folder = RunReprice.Create(source, "abc", Quote, Fabricated.At, Path.Combine(_folder.Path, "new"));

        var before = RunDocumentBuilder.Build(JournalReader.Read(Path.Combine(source, "journal.jsonl")));
        var after = RunDocumentBuilder.Build(JournalReader.Read(folder.Journal));
        Assert.Equal(Quote, after.Price);
        Assert.Equal(new RunRepricing(before.RunId, "abc", before.Price), after.Repricing);
        Assert.Null(before.Repricing);
        Assert.Equal(before.Cells.Select(cell => cell.Key), after.Cells.Select(cell => cell.Key));
    }

    [Fact]
    public void Create_RepricedRun_StillNamesTheRunThatWasMeasured()
    {
        var once = RunReprice.Create(Measured(), "abc", Quote, Fabricated.At, Path.Combine(_folder.Path, "once"));

        var twice = RunReprice.Create(once.Path, "def", Quote with { UsdPerHour = 0.5 }, Fabricated.At, Path.Combine(_folder.Path, "twice"));

        var document = RunDocumentBuilder.Build(JournalReader.Read(twice.Journal));
        Assert.Equal((0.5, "abc"), (document.Price.UsdPerHour, document.Repricing!.OriginDigest));
    }

    [Fact]
    public void Create_NoJournal_Refuses() =>
        Assert.Contains("there is no journal.jsonl in it", Assert.Throws<BadInputException>(() => RunReprice.Create(_folder.Path, "abc", Quote, Fabricated.At, "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_TargetThatHoldsSomething_Refuses()
    {
        var source = Measured();

        Assert.Throws<BadInputException>(() => RunReprice.Create(source, "abc", Quote, Fabricated.At, source));
    }

    private string Measured()
    {
        var source = Path.Combine(_folder.Path, "run");
        Directory.CreateDirectory(source);
        using var journal = new JournalWriter(Path.Combine(source, "journal.jsonl"));
        journal.Append(Fabricated.Start("one"));
        return source;
    }
}
