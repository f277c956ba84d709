using InferBench.Core.Errors;
using InferBench.Economics.Catalog;
using InferBench.Tests;

namespace InferBench.Economics.Tests.Catalog;

public sealed class OverridesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_OwnPriceOfAListedOffer_ReplacesItVisibly()
    {
        var catalog = Load(Cloud("runpod", "nvidia-h100-sxm-80", 2.5, "\"variant\": \"secure\","));

        var quote = catalog.CloudQuotes("nvidia-h100-sxm-80", Today).Single(one => one.Offer.Id == "runpod/nvidia-h100-sxm-80/on-demand-secure");
        Assert.Equal(2.5, quote.UsdPerGpuHour);
        Assert.True(quote.Offer.Overridden);
        Assert.Equal(PriceCatalog.BuiltIn.Cloud.Count, catalog.Cloud.Count);
        Assert.Equal("own quote, 2026-11-19", catalog.Cite(quote.Price));
    }

    [Fact]
    public void Load_AnOfferOfOnesOwn_IsAdded()
    {
        var catalog = Load(Cloud("my-colo", "nvidia-rtx-4090-24", 0.31));

        Assert.Equal(PriceCatalog.BuiltIn.Cloud.Count + 1, catalog.Cloud.Count);
    }

    [Fact]
    public void Load_OneFactOfADevice_LeavesTheOthers()
    {
        var catalog = Load("""{ "hardware": [ { "id": "nvidia-h100-sxm-80", "facts": [ { "field": "purchase-price", "value": 27500, "unit": "USD", "source": "own quote", "asOf": "2026-11-19" } ] } ] }""");

        var device = catalog.FindHardware("h100")!;
        Assert.Equal(27500, device.Find(HardwareField.PurchasePrice)!.BaseValue);
        Assert.True(device.Find(HardwareField.PurchasePrice)!.Overridden);
        Assert.Equal(989e12, device.Find(HardwareField.Bf16)!.BaseValue!.Value, 1);
        Assert.False(device.Find(HardwareField.Bf16)!.Overridden);
    }

    [Fact]
    public void Version_BuiltInAndOwn_NamesTheDayAndBothContents()
    {
        var one = Load(Cloud("my-colo", "nvidia-rtx-4090-24", 0.31));
        var other = Load(Cloud("my-colo", "nvidia-rtx-4090-24", 0.32));

        Assert.Matches(@"^2026-11-20\+[0-9a-f]{8}$", PriceCatalog.BuiltIn.Version);
        Assert.StartsWith(PriceCatalog.BuiltIn.Version + ".", one.Version, StringComparison.Ordinal);
        Assert.NotEqual(one.Version, other.Version);
        Assert.Equal(one.Version, Load(Cloud("my-colo", "nvidia-rtx-4090-24", 0.31)).Version);
    }

    [Theory]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": -1, "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "p/nvidia-h100-sxm-80/on-demand: price: -1 USD/GPU-hour is negative")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": 3, "unit": "USD/GPU-hour", "asOf": "2026-11" } ] } ] }""", "price: has no source; say where the figure comes from, such as \"own quote\"")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "effectiveUntil": "2026-11-01", "prices": [ { "value": 3, "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "expired on 2026-11-01; give the price that holds on 2026-11-20")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": 3, "unit": "EUR/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "price: 'EUR/GPU-hour' is no unit for it; write USD/GPU-hour")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm", "plan": "on-demand", "prices": [ { "value": 3, "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "'nvidia-h100-sxm' is no device of the catalog; did you mean nvidia-h100-sxm-80?")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": "3,99", "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "field 'cloud[0].prices[0].value', line 1: '3,99' is text; write a number with a decimal point and no quotes, such as 3.99")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": 3,99, "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] } ] }""", "not JSON, line 1: '3,99' has a decimal comma; write a decimal point, such as 3.99")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "price": 3 } ] }""", "field 'cloud[0].price', line 1 is not a field of a catalog; see 'inferbench schema catalog'")]
    [InlineData("""{ "cloud": [ { "provider": "p", "plan": "on-demand", "prices": [] } ] }""", "field 'cloud[0]', line 1 lacks 'gpu'")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "weekly", "prices": [] } ] }""", "field 'cloud[0].plan', line 1 has a value that it cannot have; see 'inferbench schema catalog'")]
    [InlineData("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": 3, "unit": "USD/GPU-hour", "source": "q", "asOf": "9.11.2026" } ] } ] }""", "field 'cloud[0].prices[0].asOf', line 1: '9.11.2026' is not a date; write 2026-11-09, 2026-11, 2026-Q4 or 2026")]
    [InlineData("""{ "schemaVersion": 2 }""", "schemaVersion is 2; this program reads 1")]
    [InlineData("prices: 3", "the document, line 1: 'p' is an invalid start of a value")]
    [InlineData("", "the document, line 1: ")]
    [InlineData("null", "the catalog is empty")]
    public void Load_ABadFile_SaysWhatAndWhereInOneLine(string json, string problem)
    {
        var path = _folder.Write("own.json", json);

        var thrown = Assert.Throws<BadInputException>(() => PriceCatalog.Load(path, Today));

        Assert.StartsWith(path, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void Load_TwoOfTheSameIdentity_IsOneProblem()
    {
        var offer = """{ "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": 3, "unit": "USD/GPU-hour", "source": "q", "asOf": "2026-11" } ] }""";

        var thrown = Assert.Throws<BadInputException>(() => Load($$"""{ "cloud": [ {{offer}}, {{offer}} ] }"""));

        Assert.EndsWith("p/nvidia-h100-sxm-80/on-demand: stands 2 times in the file; keep one", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void Load_SeveralProblems_NamesThemTogether()
    {
        var thrown = Assert.Throws<BadInputException>(() =>
            Load("""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ { "value": -3, "unit": "USD", "source": "", "asOf": "undated" } ] } ] }"""));

        Assert.Equal(4, thrown.Message.Split('\n').Length);
    }

    [Fact]
    public void Load_TooLargeOrMissing_IsNotRead()
    {
        var large = _folder.Write("large.json", new string(' ', (4 << 20) + 1));

        Assert.Contains("too large for a catalog", Assert.Throws<BadInputException>(() => PriceCatalog.Load(large, Today)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such catalog file", Assert.Throws<BadInputException>(() => PriceCatalog.Load(_folder.File("none.json"), Today)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SparseRateForAListedDevice_IsCaughtAgainstTheShippedFacts()
    {
        var thrown = Assert.Throws<BadInputException>(() =>
            Load("""{ "hardware": [ { "id": "nvidia-h100-sxm-80", "facts": [ { "field": "bf16", "value": 1979, "unit": "TFLOPS", "source": "a spec site", "asOf": "2026-11" } ] } ] }"""));

        Assert.Contains("fp8 is 1 times bf16 and should be twice", thrown.Message, StringComparison.Ordinal);
    }

    private static string Cloud(string provider, string gpu, double usd, string more = "") => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""{ "cloud": [ { "provider": "{{provider}}", "gpu": "{{gpu}}", "plan": "on-demand", {{more}} "prices": [ { "value": {{usd}}, "unit": "USD/GPU-hour", "source": "own quote", "asOf": "2026-11-19" } ] } ] }""");

    private PriceCatalog Load(string json) => PriceCatalog.Load(_folder.Write("own.json", json), Today);
}
