using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class HtmlReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_TheDefaultRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(HtmlReport.Of(SampleRuns.Default()), "report.html");
    }

    [Fact]
    public void Of_HostileNames_HoldsNoElementThatTheReportDoesNotHave()
    {
        var known = Elements(HtmlReport.Of(SampleRuns.Default())).ToHashSet();

        Assert.Subset(known, Elements(HtmlReport.Of(SampleRuns.Hostile())).ToHashSet());
    }

    [Fact]
    public void Of_ARun_HasUniqueIdsAndEveryReferenceResolves()
    {
        var attributes = XDocument.Parse(HtmlReport.Of(SampleRuns.Default())).Descendants().Attributes().ToList();

        var ids = attributes.Where(attribute => attribute.Name == "id").Select(attribute => attribute.Value).ToList();
        var references = attributes.Where(attribute => attribute.Name == "aria-labelledby").SelectMany(attribute => attribute.Value.Split(' '));

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Subset(ids.ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void Of_ARun_AllowsItsOwnStyleAndNothingElse()
    {
        var page = XDocument.Parse(HtmlReport.Of(SampleRuns.Default()));
        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;

        var style = Assert.Single(page.Descendants(), element => element.Name.LocalName == "style").Value;

        Assert.Equal($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" or "style");
    }

    [Fact]
    public void Of_RunThatWasStopped_SaysSo() =>
        Assert.Contains("stopped before its end", HtmlReport.Of(SampleRuns.Default() with { Complete = false }), StringComparison.Ordinal);

    private static IEnumerable<string> Elements(string html) => XDocument.Parse(html).Descendants().Select(element => element.Name.LocalName);
}
