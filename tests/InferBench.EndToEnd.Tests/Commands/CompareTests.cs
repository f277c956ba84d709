using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class CompareTests : IDisposable
{
    private readonly Inferbench _person = new();

    private static string Published => Directory.EnumerateDirectories(Path.Combine(Installation.Checkout, "results")).Order(StringComparer.Ordinal).First(run => File.Exists(Path.Combine(run, "run.json")));

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Compare_ARunWithItself_FindsNothingAndWritesWhatIsAsked()
    {
        var finished = _person.Run("compare", Published, Published, "--max-regression", "0%", "--out", Path.Combine(_person.Home, "out")).ExitsWith(0);

        Assert.Contains("B against A: no difference found in 12 cells.", finished.Output, StringComparison.Ordinal);
        Assert.Contains("written: out", finished.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_person.Home, "out", "comparison.md")));
        Assert.True(File.Exists(Path.Combine(_person.Home, "out", "ratios.svg")));
    }

    [Fact]
    public void Compare_ByPrecisionAsJson_IsOneDocument()
    {
        using var json = JsonDocument.Parse(_person.Run("compare", "--by", "precision", Published, "--json").ExitsWith(0).Output);

        Assert.Equal("precision", json.RootElement.GetProperty("by").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("pairs").GetArrayLength());
    }

    [Fact]
    public void Compare_ARunThatDoesNotVerify_IsRefusedUnlessItIsTakenAsItIs()
    {
        var forged = Path.Combine(_person.Home, "run.json");
        File.WriteAllText(forged, File.ReadAllText(Path.Combine(Published, "run.json")).Replace("\"usdPerHour\": 0.1,", "\"usdPerHour\": 0.2,", StringComparison.Ordinal));

        var refused = _person.Run("compare", Published, forged);

        refused.Complains("does not verify");
        Assert.Contains("price in USD per hour: A 0.1, B 0.2", _person.Run("compare", Published, forged, "--unverified").ExitsWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_NothingInCommon_SaysWhyForEachCell()
    {
        _person.Run(Sweep.Tiny()).ExitsWith(0);

        var finished = _person.Run("compare", _person.OnlyRun, Published).ExitsWith(2);

        Assert.Contains("compare: nothing is comparable", finished.Errors, StringComparison.Ordinal);
        Assert.Contains("A llama-tiny fp32 cpu b1 p8 g8", finished.Errors, StringComparison.Ordinal);
    }
}
