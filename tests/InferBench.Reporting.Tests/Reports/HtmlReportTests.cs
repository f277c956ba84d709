using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using InferBench.Reporting.Reports.Html;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Reports;

public sealed class HtmlReportTests
{
    private const int MostBytes = 400_000;

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Of_AWholeRun_LooksAsReviewed(string culture)
    {
        using var scope = new CultureScope(culture);

        // The style sheet and the script are files of their own, so that a change of theirs shows there.
        var page = HtmlReport.Of(SampleRuns.Whole())
            .Replace(HtmlAssets.Style.Text, "report.css", StringComparison.Ordinal)
            .Replace(HtmlAssets.Script.Text, "report.js", StringComparison.Ordinal)
            .Replace(HtmlAssets.Style.Hash, "'sha256-of-style'", StringComparison.Ordinal)
            .Replace(HtmlAssets.Script.Hash, "'sha256-of-script'", StringComparison.Ordinal);
        Snapshot.Matches(page, "report.html");
    }

    [Fact]
    public void Of_HostileNames_HoldsNoElementThatTheReportDoesNotHave()
    {
        var known = Elements(HtmlReport.Of(SampleRuns.Default())).ToHashSet();

        Assert.Subset(known, Elements(HtmlReport.Of(SampleRuns.Hostile())).ToHashSet());
    }

    [Fact]
    public void Of_HostileNames_HoldsOneScriptAndDataThatEndsNoElement()
    {
        var page = HtmlReport.Of(SampleRuns.Hostile());

        // As HTML reads it: the first "</script" ends a script, whatever stands around it.
        var scripts = page.Split("<script").Skip(1).Select(rest => rest[..rest.IndexOf("</script", StringComparison.Ordinal)]).ToList();
        Assert.Single(scripts, script => !script.StartsWith(" type=\"application/json\">", StringComparison.Ordinal));
        Assert.All(scripts.SkipLast(1), script => JsonDocument.Parse(script[(script.IndexOf('>', StringComparison.Ordinal) + 1)..]).Dispose());
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ANameOf300Characters_IsCutInTheTableAndWholeBelow()
    {
        var page = XDocument.Parse(HtmlReport.Of(SampleRuns.Hostile()));

        var name = new string('W', 300);
        Assert.Contains(page.Descendants("dt"), term => term.Value.StartsWith(name, StringComparison.Ordinal));
        Assert.DoesNotContain(page.Descendants("table").Where(table => table.Attribute("class")?.Value == "cells").Descendants("th"), cell => cell.Value.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ARun_HasUniqueIdsAndEveryReferenceResolves()
    {
        var attributes = XDocument.Parse(HtmlReport.Of(SampleRuns.Whole())).Descendants().Attributes().ToList();

        var ids = attributes.Where(attribute => attribute.Name == "id").Select(attribute => attribute.Value).ToList();
        var references = attributes.Where(attribute => attribute.Name == "aria-labelledby").SelectMany(attribute => attribute.Value.Split(' '));
        var links = attributes.Where(attribute => attribute.Name == "href").Select(attribute => attribute.Value[1..]);

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Subset(ids.ToHashSet(), references.Concat(links).ToHashSet());
    }

    [Fact]
    public void Of_ARun_AllowsItsOwnStyleAndScriptAndNothingElse()
    {
        var text = HtmlReport.Of(SampleRuns.Whole());
        var page = XDocument.Parse(text);
        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;

        Assert.Equal($"default-src 'none'; style-src {Hash(Between(text, "<style>", "</style>"))}; script-src {Hash(Between(text, "<script>", "</script>"))}; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.Single(page.Descendants(), element => element.Name.LocalName == "style");
    }

    [Fact]
    public void Of_ARun_HasHeadingsInOrder()
    {
        var levels = XDocument.Parse(HtmlReport.Of(SampleRuns.Whole())).Descendants().Select(element => element.Name.LocalName).Where(name => name is "h1" or "h2" or "h3" or "h4").ToList();

        Assert.Equal("h1", levels[0]);
        Assert.Single(levels, "h1");
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second[1] - pair.First[1] <= 1, $"{pair.First} is followed by {pair.Second}"));
    }

    [Fact]
    public void Of_ARun_GivesEveryTableHeadersAndEveryChartWordsAndData()
    {
        var page = XDocument.Parse(HtmlReport.Of(SampleRuns.Whole()));

        Assert.All(page.Descendants("th"), header => Assert.Contains(header.Attribute("scope")?.Value, (string[])["col", "row"]));
        Assert.All(page.Descendants("tr").Where(row => row.Elements("td").Count() > 1), row => Assert.NotNull(row.Element("th")));
        Assert.All(page.Descendants().Where(element => element.Name.LocalName == "svg"), drawing => Assert.Equal("img", drawing.Attribute("role")!.Value));
        Assert.Equal(13, page.Descendants("figure").Count());
        Assert.All(page.Descendants("figure"), figure => Assert.NotEmpty(figure.Descendants("details").Descendants("td")));
    }

    [Fact]
    public void Of_ARunOfFiftyCells_IsBelowItsLimit()
    {
        var run = SampleRuns.Whole();
        var cells = run.Cells.Where(cell => cell.Metrics is not null).ToList();
        var many = run with
        {
            Cells = [.. Enumerable.Range(0, 50).Select(index => SampleRuns.Sampled(cells[index % cells.Count], operations: 500) with { Key = $"cell {index}", Cell = cells[index % cells.Count].Cell with { PromptTokens = 128 << (index / cells.Count) } })],
        };

        Assert.InRange(Encoding.UTF8.GetByteCount(HtmlReport.Of(many)), 100_000, MostBytes);
    }

    [Fact]
    public void Of_RunThatWasStopped_SaysSo() =>
        Assert.Contains("stopped before its end", HtmlReport.Of(SampleRuns.Default() with { Complete = false }), StringComparison.Ordinal);

    [Fact]
    public void Of_MoreCellsThanAPageBears_SaysWhatIsLeftOutAndWhereItIs()
    {
        var run = SampleRuns.Of([.. Enumerable.Range(1, 1_200).Select(batch => SampleRuns.Measured(new("m", "fp32", "cpu", batch, 128, 64, 2), 10 + batch))]);

        var page = XDocument.Parse(HtmlReport.Of(run));

        Assert.Equal(1_000, page.Descendants("tbody").Count(body => body.Attribute("class")?.Value == "cell"));
        Assert.Contains("1200 cells: 1200 valid. The table has the 1000 fastest ones with figures, in the order of the run; cells.csv has all of them.", page.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Elements(string html) => XDocument.Parse(html).Descendants().Select(element => element.Name.LocalName);

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
