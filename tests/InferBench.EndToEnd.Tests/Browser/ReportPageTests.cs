using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Browser;

/// <summary>The published run's report in a browser, opened from the file system.</summary>
public sealed class ReportPageTests : IDisposable
{
    private const string Tab = "\uE004";
    private const string Enter = "\uE007";
    private const string Right = "\uE014";

    private readonly Inferbench _person = new();

    public void Dispose() => _person.Dispose();

    [BrowserFact]
    public void Page_FromTheFileSystem_IsQuietAndWhole()
    {
        var file = Report();
        using var browser = new Chromium();

        browser.Open(file);

        Assert.Empty(browser.Console());
        Assert.Equal([new Uri(file).AbsoluteUri], browser.Requests());
        Assert.True(Number(browser, "return document.querySelectorAll('figure.chart').length") >= 7);
        Assert.Equal(0, Number(browser, "return [...document.querySelectorAll('.wide svg')].filter(svg => svg.getBoundingClientRect().height < 200).length"));
        foreach (var width in (int[])[1400, 390])
        {
            browser.Resize(width, 900);
            Assert.Equal(0, Number(browser, "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }

    [BrowserFact]
    public void Page_PointerOverAPoint_ReadsItsValueIntervalCountAndValidity()
    {
        using var browser = Opened();

        var place = browser.Run("const box = document.querySelectorAll('.wide .ib-series[data-series=\"1\"] [data-part=marks] > *')[2].getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]")!.AsArray();
        browser.MovePointer(place[0]!.GetValue<double>(), place[1]!.GetValue<double>());

        var words = Text(browser, "return document.querySelector('.tip:not([hidden])').textContent");
        Assert.Matches(@"^int8-dyn-chan.*\$0\.0802 \(95 % interval \$0\.0789 to \$0\.0814\).*batch 4 · n 7 · valid$", words);
    }

    [BrowserFact]
    public void Page_Keyboard_HidesALineAndReadsPointsOut()
    {
        using var browser = Opened();

        browser.Run("document.querySelector('.wide .ib-key').focus()");
        browser.Press(Enter);

        Assert.Equal("false", Text(browser, "return document.querySelector('.wide .ib-key').getAttribute('aria-pressed')"));
        Assert.Equal("none", Text(browser, "const line = document.activeElement.dataset.series; return getComputedStyle(document.querySelector(`.wide .ib-series[data-series=\"${line}\"]`)).display"));

        browser.Run("document.querySelector('.wide .ib-plot').focus()");
        browser.Press(Right);

        Assert.NotEmpty(Text(browser, "return document.querySelector('.tip:not([hidden])').textContent"));
        browser.Press(Tab);
        Assert.Equal(0, Number(browser, "return document.querySelectorAll('.tip:not([hidden])').length"));
    }

    [BrowserFact]
    public void Page_LogScale_MovesPointsAndTicksAndBackAgain()
    {
        using var browser = Opened();
        const string State = "const plot = document.querySelector('.wide .ib-plot'); return [...plot.querySelectorAll('text')].map(text => text.textContent).join() + plot.querySelector('[data-part=line]').getAttribute('d') + plot.querySelector('[data-part=marks] > *').getBoundingClientRect().top";
        var before = Text(browser, "document.querySelector('.tools button').click(); document.querySelector('.tools button').click(); " + State);

        var after = Text(browser, "document.querySelector('.tools button').click(); " + State);

        Assert.Contains("US dollars per million output tokens, log scale", after, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
        Assert.Equal(before, Text(browser, "document.querySelector('.tools button').click(); " + State));
    }

    [BrowserFact]
    public void Page_ItsTable_SortsAndFilters()
    {
        using var browser = Opened();
        const string Costs = "const table = document.querySelector('table.cells'); const column = [...table.tHead.rows[0].cells].findIndex(head => head.textContent.startsWith('$/M'));";
        const string Values = "return [...table.tBodies].filter(body => !body.hidden).map(body => Number(body.rows[0].cells[column].textContent.slice(1)))";

        var sorted = browser.Run($"{Costs} table.tHead.rows[0].cells[column].querySelector('button').click(); {Values}")!.AsArray().Select(value => value!.GetValue<double>()).ToList();

        Assert.Equal(12, sorted.Count);
        Assert.Equal(sorted.Order(), sorted);

        browser.Run("const find = document.querySelector('.filters input'); find.value = 'int8 suspect'; find.dispatchEvent(new Event('input'))");
        Assert.Single(browser.Run($"{Costs} {Values}")!.AsArray());
        Assert.Equal("1 of 12 cells", Text(browser, "return document.querySelector('.filters output').textContent"));
    }

    private Chromium Opened()
    {
        var browser = new Chromium();
        browser.Open(Report());
        browser.Resize(1400, 1000);
        return browser;
    }

    private string Report()
    {
        var file = Path.Combine(_person.Home, "report.html");
        _person.Run("report", Path.Combine(Installation.Checkout, "results", "20261120-131919-llama-110m"), "--out", file).ExitsWith(0);
        return file;
    }

    private static double Number(Chromium browser, string script) => browser.Run(script)!.GetValue<double>();

    private static string Text(Chromium browser, string script) => browser.Run(script)!.GetValue<string>();
}
