using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Svg;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>
/// <c>report.html</c>: one file that needs nothing else, runs no script, and reads on a phone, on paper and in the dark. It is well-formed XML.
/// </summary>
public static class HtmlReport
{
    public static string Of(RunDocument run) => Of(run, RunCost.Of(run));

    internal static string Of(RunDocument run, CostReport? cost)
    {
        var html = new MarkupWriter();
        html.Line($"<!DOCTYPE html>");
        html.Line($"<html lang=\"en\">");
        html.Line($"<head>");
        html.Line($"<meta charset=\"utf-8\"/>");
        html.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlStyle.ContentSecurityPolicy}\"/>");
        html.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        html.Line($"<meta name=\"referrer\" content=\"no-referrer\"/>");
        html.Line($"<title>InferBench: {run.RunId}</title>");
        html.Line($"<style>{new Markup(HtmlStyle.Css)}</style>");
        html.Line($"</head>");
        html.Line($"<body>");
        html.Line($"<main>");
        AppendAnswer(html, run);
        AppendCharts(html, RunCharts.From(run, cost));
        html.Line($"<h2>Every cell</h2>");
        var table = ResultsTable.From(run, hideConstants: true);
        HtmlTable.Append(html, table);
        if (CostBreakdown.Of(cost) is { } breakdown)
        {
            html.Line($"<h2>What input and output cost</h2>");
            HtmlTable.Append(html, breakdown);
        }

        if (LaunchFacts.Of(run) is { Count: > 0 } launches)
        {
            html.Line($"<h2>From run to run</h2>");
            AppendFacts(html, launches);
        }

        if (QualityFacts.Of(run) is { Count: > 0 } quality)
        {
            html.Line($"<h2>Quality</h2>");
            AppendFacts(html, quality);
        }

        html.Line($"<h2>How to reproduce</h2>");
        html.Line($"<pre><code>{Reproduction.Command(run)}</code></pre>");
        AppendFacts(html, Reproduction.Facts(run));
        html.Line($"<h2>Environment</h2>");
        AppendFacts(html, EnvironmentFacts.Of(run));
        html.Line($"<h2>What the figures mean</h2>");
        AppendFacts(html, MetricDefinitions.Of(table));
        html.Line($"</main>");
        html.Line($"</body>");
        html.Line($"</html>");
        return html.ToString();
    }

    private static void AppendAnswer(MarkupWriter html, RunDocument run)
    {
        html.Line($"<h1>InferBench · run {run.RunId}</h1>");
        html.Line($"<p class=\"answer\">{Answer.Sentence(run)}</p>");
        html.Line($"<p class=\"muted\">{RunWords.PriceOrigin(run.Price)}</p>");
        if (RunWords.Repriced(run) is { } repriced)
        {
            html.Line($"<p class=\"muted\">{repriced}</p>");
        }

        if (!run.Complete)
        {
            html.Line($"<p class=\"warning\">The run was stopped before its end: cells that were not reached are marked as not run.</p>");
        }
    }

    private static void AppendCharts(MarkupWriter html, IReadOnlyList<Chart> charts)
    {
        foreach (var chart in charts)
        {
            html.Line($"<figure>");
            html.Line($"<div class=\"wide\">{SvgChart.Fragment(chart, SvgForm.Wide, chart.Name)}</div>");
            html.Line($"<div class=\"narrow\">{SvgChart.Fragment(chart, SvgForm.Narrow, chart.Name + "-narrow")}</div>");
            html.Line($"</figure>");
        }
    }

    private static void AppendFacts(MarkupWriter html, IEnumerable<KeyValuePair<string, string>> facts)
    {
        html.Line($"<dl>");
        foreach (var fact in facts)
        {
            html.Line($"<dt><bdi>{fact.Key}</bdi></dt><dd><bdi>{fact.Value}</bdi></dd>");
        }

        html.Line($"</dl>");
    }
}
