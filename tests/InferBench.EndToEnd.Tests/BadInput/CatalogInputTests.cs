using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.BadInput;

public sealed class CatalogInputTests : IDisposable
{
    private const string Good = """{ "value": 3.5, "unit": "USD/GPU-hour", "source": "own quote", "asOf": "2026-11-19" }""";

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [Theory]
    [InlineData("price: -3.5 USD/GPU-hour is negative", "\"value\": 3.5", "\"value\": -3.5")]
    [InlineData("price: has no source; say where the figure comes from", ", \"source\": \"own quote\"", "")]
    [InlineData("expired on 2026-11-01; give the price that holds on 2026-11-20", "\"plan\": \"on-demand\"", "\"plan\": \"on-demand\", \"effectiveUntil\": \"2026-11-01\"")]
    [InlineData("price: 'USD/hour' is no unit for it; write USD/GPU-hour", "USD/GPU-hour", "USD/hour")]
    [InlineData("'nvidia-h100-sxm-81' is no device of the catalog; did you mean nvidia-h100-sxm-80", "nvidia-h100-sxm-80", "nvidia-h100-sxm-81")]
    [InlineData("'3,99' is text; write a number with a decimal point and no quotes, such as 3.99", "3.5", "\"3,99\"")]
    [InlineData("not JSON, line 1: '3,99' has a decimal comma; write a decimal point, such as 3.99", "3.5", "3,99")]
    [InlineData("field 'cloud[0].prices[0].valeu', line 1 is not a field of a catalog", "\"value\"", "\"valeu\"")]
    [InlineData("stands 2 times in the file; keep one", "] } ] }", "] }, { \"provider\": \"p\", \"gpu\": \"nvidia-h100-sxm-80\", \"plan\": \"on-demand\", \"prices\": [ { \"value\": 3, \"unit\": \"USD/GPU-hour\", \"source\": \"q\", \"asOf\": \"2026-11\" } ] } ] }")]
    [InlineData("prices.json: the document, line 1: 'c' is an invalid start of a value", "{ \"cloud\"", "cloud")]
    public void Check_ABadFile_SaysSoInOneLine(string problem, string part, string instead)
    {
        var file = File().Replace(part, instead, StringComparison.Ordinal);

        _person.Write("prices.json", file);

        _person.Run("catalog", "check", "--catalog", "prices.json", "--as-of", "2026-11-20").Complains(problem);
    }

    [Fact]
    public void Check_TooLargeAFile_IsNotRead()
    {
        _person.Write("prices.json", File() + new string(' ', 5 << 20));

        _person.Run("catalog", "check", "--catalog", "prices.json").Complains("prices.json: too large for a catalog");
    }

    [Fact]
    public void Show_APriceOfOnesOwn_IsVisiblyThePersonsAndInTheVersion()
    {
        _person.Write("prices.json", File());

        using var shown = JsonDocument.Parse(_person.Run("catalog", "show", "p/nvidia-h100-sxm-80/on-demand", "--catalog", "prices.json", "--as-of", "2026-11-20", "--json").ExitsWith(0).Output);

        Assert.Matches(@"^2026-11-20\+[0-9a-f]{8}\.[0-9a-f]{8}$", shown.RootElement.GetProperty("catalogVersion").GetString());
        Assert.True(shown.RootElement.GetProperty("entries")[0].GetProperty("overridden").GetBoolean());
    }

    [Fact]
    public void Claim_EveryClaim_EndsInAVerdictWithoutAnError()
    {
        using var claims = JsonDocument.Parse(_person.Run("claim", "all", "--as-of", "2026-11-20", "--json").ExitsWith(0).Output);

        Assert.Equal(
            ["holds", "does-not-hold", "does-not-hold", "cannot-be-decided", "does-not-hold"],
            claims.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("verdict").GetString()));
    }

    private static string File() => $$"""{ "cloud": [ { "provider": "p", "gpu": "nvidia-h100-sxm-80", "plan": "on-demand", "prices": [ {{Good}} ] } ] }""";
}
