using InferBench.Cli.Catalog;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Economics.Catalog;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Catalog;

public sealed class CatalogTextTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [InlineData("", "hardware", null)]
    [InlineData("ru-RU", "hardware", null)]
    [InlineData("", "cloud", "runpod")]
    [InlineData("ru-RU", "cloud", "runpod")]
    [InlineData("", "api", "deepseek")]
    [InlineData("ru-RU", "api", "deepseek")]
    [InlineData("", "site", null)]
    [InlineData("ru-RU", "site", null)]
    [InlineData("", "throughput", null)]
    [InlineData("ru-RU", "throughput", null)]
    public void List_OfAKind_IsItsSnapshot(string culture, string kind, string? provider)
    {
        using var scope = new CultureScope(culture);

        Matches(screen => CatalogLists.Of(PriceCatalog.BuiltIn, kind, provider, Day).Show(screen), $"list-{kind}.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_ADeviceAndAModel_AreTheirSnapshots(string culture)
    {
        using var scope = new CultureScope(culture);

        Matches(screen => CatalogDetails.Show(screen, CatalogDetails.Of(PriceCatalog.BuiltIn, "NVIDIA B300", Day)), "show-b300.txt");
        Matches(screen => CatalogDetails.Show(screen, CatalogDetails.Of(PriceCatalog.BuiltIn, "openai/gpt-6.1-terra", Day)), "show-terra.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Check_TheShippedCatalog_IsItsSnapshot(string culture)
    {
        using var scope = new CultureScope(culture);

        Matches(screen => CatalogReportText.Show(screen, CatalogReport.Of(PriceCatalog.BuiltIn, Day)), "check.txt");
    }

    [Theory]
    [InlineData("nvidia-h100-smx-80", "'nvidia-h100-smx-80' is not in the catalog; did you mean nvidia-h100-sxm-80")]
    [InlineData("terra", "'terra' is not in the catalog; did you mean openai/gpt-5.6-terra, openai/gpt-6.1-terra?")]
    [InlineData("abacus", "'abacus' is not in the catalog; see 'inferbench catalog list'")]
    public void Show_Unknown_NamesWhatMayHaveBeenMeant(string id, string problem)
    {
        var thrown = Assert.Throws<BadInputException>(() => CatalogDetails.Of(PriceCatalog.BuiltIn, id, Day));

        Assert.StartsWith(problem, thrown.Message, StringComparison.Ordinal);
    }

    private static void Matches(Action<Screen> show, string name)
    {
        using var text = new StringWriter();
        show(Screen.On(text, redirected: true));

        // The digest changes with every figure; what changed is seen in the lines.
        Snapshot.Matches(text.ToString().Replace(PriceCatalog.BuiltIn.Version, "VERSION", StringComparison.Ordinal), name);
    }
}
