using System.Text.Json.Nodes;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class ReportTests : IDisposable
{
    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Report_AStoredRun_IsWrittenAgainInItsFolderAndStillHolds()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);
        var run = _person.OnlyRun;
        var before = File.ReadAllBytes(Path.Combine(run, "run.json"));
        File.Delete(Path.Combine(run, "report.html"));

        _person.Run("report", run).ExitsWith(0);

        Assert.True(File.Exists(Path.Combine(run, "report.html")));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(run, "run.json")));
        _person.Run("verify", run).ExitsWith(0);
    }

    [Fact]
    public void Report_SeveralRuns_StandSideBySide()
    {
        var published = Path.Combine(Installation.Checkout, "results", "20261120-131919-llama-110m");
        _person.Run(Sweep.Tiny()).ExitsWith(0);

        var finished = _person.Run("report", published, _person.OnlyRun, _person.Write("README.md", "# not a run"), "--json").ExitsWith(0);

        var outcome = JsonNode.Parse(finished.Output)!;
        Assert.Equal(2, outcome["runs"]!.AsArray().Count);
        Assert.True(outcome["lines"]!.AsArray().Count >= 4);
        Assert.Contains("README.md is left out: it is no run", finished.Errors, StringComparison.Ordinal);
        Assert.Contains("Machines side by side", File.ReadAllText(Path.Combine(_person.Home, "report", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NoRun_IsRefusedInOneLine()
    {
        _person.Run("report", "nothing").Complains("nothing: there is no such run");
        _person.Run("report", _person.Write("notes.md", "# hello")).Complains("is no run; give a run's folder or its run.json");
        _person.Run("report", _person.Write("run.json", "{}")).Complains("not a run document");
    }
}
