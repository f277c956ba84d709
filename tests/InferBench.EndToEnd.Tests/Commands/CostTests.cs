using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class CostTests : IDisposable
{
    private static readonly string Run = Path.Combine(Installation.Checkout, "results", "20261120-131919-llama-110m");

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Fact]
    public void Cost_PublishedRun_AnswersAgainstAtLeastTenOffers()
    {
        using var found = JsonDocument.Parse(_person.Run("cost", Run, "--as-of", "2026-11-20", "--json").ExitsWith(0).Output);

        Assert.True(found.RootElement.GetProperty("comparisons").GetArrayLength() >= 10);
        Assert.True(found.RootElement.GetProperty("machinePriceAssumed").GetBoolean());
        Assert.True(found.RootElement.GetProperty("syntheticModel").GetBoolean());
    }

    [Fact]
    public void Cost_TraceOfRequests_TakesItsLoadAndItsLengths()
    {
        var trace = _person.Write("trace.csv", "timestamp,input_tokens,output_tokens\n0,300,100\n10,300,100\n");

        using var found = JsonDocument.Parse(_person.Run("cost", Run, "--demand", trace, "--as-of", "2026-11-20", "--json").ExitsWith(0).Output);

        Assert.Equal(3, found.RootElement.GetProperty("inputPerOutput").GetDouble(), 12);
        Assert.False(found.RootElement.GetProperty("inputPerOutputMeasured").GetBoolean());
    }

    [Theory]
    [InlineData(0, "--ttft", "2s")]
    [InlineData(3, "--ttft", "1ms")]
    [InlineData(3, "--min-speed", "5000")]
    public void CostStrict_Target_SaysWhetherAValidCellMeetsIt(int code, params string[] target) => _person.Run(["cost", Run, "--strict", .. target]).ExitsWith(code);

    [Theory]
    [InlineData("--usd-per-hour: '-1' is not a number from 0 to 1000000", "--usd-per-hour", "-1")]
    [InlineData("--usd-per-hour: '3,99' is not a number from 0 to 1000000; write a decimal point, such as 3.99", "--usd-per-hour", "3,99")]
    [InlineData("--utilization: 0 is not above 0 and at most 1", "--utilization", "0")]
    [InlineData("--utilization: '1.2' is not a number from 0 to 1", "--utilization", "1.2")]
    [InlineData("--cache-hit: '1.5' is not a number from 0 to 1", "--cache-hit", "1.5")]
    [InlineData("--against: 'nobody/nothing' is no offer of the catalog", "--against", "nobody/nothing")]
    [InlineData("expired on 2026-08-16; leave it out, or ask for an earlier day with --as-of", "--against", "deepseek/deepseek-v4-flash", "--as-of", "2026-11-20")]
    [InlineData("is no offer of the catalog", "--gpu-offer", "nobody/h100")]
    [InlineData("its speed on another device is not known", "--gpu-offer", "runpod/nvidia-h100-sxm-80/on-demand-secure")]
    [InlineData("--weights: no offer of the catalog serves 'llama-9'", "--weights", "llama-9")]
    [InlineData("--own: price is -3; it has to be from 0 to 1000000000", "--own", "price=-3")]
    [InlineData("--own: '99' is not NAME=VALUE; numbers have a decimal point", "--own", "price=3,99")]
    [InlineData("--own: 'nowhere' is neither NAME=VALUE", "--own", "nowhere")]
    [InlineData("a machine has one price; give one of them", "--own", "price=3", "--usd-per-hour", "1")]
    [InlineData("--as-of: '20.11.2026' is not a day", "--as-of", "20.11.2026")]
    [InlineData("nowhere.csv: there is no such file", "--demand", "nowhere.csv")]
    public void Cost_BadInput_SaysWhyInOneLine(string problem, params string[] arguments) => _person.Run(["cost", Run, .. arguments]).Complains(problem);

    [Fact]
    public void Cost_NoRun_SaysWhatIsMissing()
    {
        _person.Run("cost", "nothing").Complains("nothing: there is no such run");
        _person.Run("cost", _person.Home).Complains("there is no run.json in it");
        _person.Run("cost", _person.Write("run.json", "{ \"schemaVersion\": 1,")).Complains("not JSON");
    }

    [Fact]
    public void Reprice_PublishedRun_HoldsAndNamesTheRunThatWasMeasured()
    {
        var target = Path.Combine(_person.Home, "repriced");

        _person.Run("reprice", Run, "--usd-per-hour", "0.2", "--price-source", "a quote", "--as-of", "2026-11-21", "--out", target).ExitsWith(0);

        Assert.DoesNotContain("note: ", _person.Run("verify", target).ExitsWith(0).Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(target, "run.json")));
        using var measured = JsonDocument.Parse(File.ReadAllText(Path.Combine(Run, "run.json")));
        Assert.Equal(measured.RootElement.GetProperty("digest").GetString(), document.RootElement.GetProperty("repricing").GetProperty("originDigest").GetString());
        Assert.Equal(0.2, document.RootElement.GetProperty("price").GetProperty("usdPerHour").GetDouble());
        Assert.Contains("nothing was measured again", File.ReadAllText(Path.Combine(target, "report.md")), StringComparison.Ordinal);

        // The same price for the hour gives the same cost, whichever way it is asked for.
        string Cost(params string[] arguments) => _person.Run(["cost", .. arguments, "--as-of", "2026-11-21"]).ExitsWith(0).Output.Split('\n')[0];
        Assert.Equal(Cost(Run, "--usd-per-hour", "0.2"), Cost(target));
    }

    [Fact]
    public void Reprice_FolderThatHoldsSomething_IsLeftAsItIs()
    {
        _person.Write("kept.txt", "kept");

        _person.Run("reprice", Run, "--usd-per-hour", "0.2", "--out", _person.Home).Complains("holds something already; name a folder that is not there");
        _person.Run("reprice", Run, "--usd-per-hour", "0,2", "--out", "new").Complains("write a decimal point, such as 0.2");
    }
}
