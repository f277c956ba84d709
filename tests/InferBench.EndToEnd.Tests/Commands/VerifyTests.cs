using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class VerifyTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Verify_EveryPublishedRun_Holds()
    {
        var runs = Directory.EnumerateDirectories(Path.Combine(Installation.Checkout, "results")).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(runs);

        var finished = _person.Run(["verify", .. runs]).ExitsWith(0);

        var lines = finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(runs.Length, lines.Count(line => line.Contains(": holds (", StringComparison.Ordinal)));
        Assert.DoesNotContain("digest: it was written before", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ARunOfOnesOwn_HoldsUntilAFileIsTouched()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);
        var run = _person.OnlyRun;
        Assert.DoesNotContain("note: ", _person.Run("verify", run).ExitsWith(0).Output, StringComparison.Ordinal);

        File.AppendAllText(Path.Combine(run, "report.md"), "and it is free\n");
        Assert.Contains("report.md: was changed since SHA256SUMS was written", _person.Run("verify", run).ExitsWith(1).Output, StringComparison.Ordinal);

        var document = Path.Combine(run, "run.json");
        File.WriteAllText(document, File.ReadAllText(document).Replace("\"usdPerHour\": 0.", "\"usdPerHour\": 1.", StringComparison.Ordinal));
        var finished = _person.Run("verify", document, "--json").ExitsWith(1);
        Assert.Contains("\"holds\":false", finished.Output, StringComparison.Ordinal);
        Assert.Contains("price.usdPerHour: the document says 1.", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoRun_SaysWhatIsMissing()
    {
        _person.Run("verify", "nothing").Complains("nothing: there is no such run");
        _person.Run("verify", _person.Home).Complains("there is no run.json in it");
        _person.Run("verify", _person.Write("run.json", "{}")).Complains("not a run document");
    }
}
