using InferBench.Cli.Claims;
using InferBench.Cli.Terminal;
using InferBench.Economics.Catalog;
using InferBench.Economics.Claims;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Claims;

public sealed class ClaimTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_EveryClaim_IsTheSnapshot(string culture)
    {
        using var scope = new CultureScope(culture);
        var day = new DateOnly(2026, 11, 20);
        var inputs = new ClaimInputs(PriceCatalog.BuiltIn, day);
        using var text = new StringWriter();

        ClaimText.Show(Screen.On(text, redirected: true), new ClaimReport("VERSION", day, [.. PublicClaims.All.Select(claim => claim.Recompute(inputs))]));

        Snapshot.Matches(text.ToString(), "claims.txt");
    }
}
