using InferBench.Reporting.Charts;
using InferBench.Reporting.Charts.Page;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Html;

/// <summary>The blocks of a report as HTML.</summary>
internal sealed class HtmlBlocks(MarkupWriter html)
{
    public void Write(IReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Line($"<p{Class(paragraph.Role)}>{paragraph.Text}</p>");
                break;
            case Subheading subheading:
                html.Line($"<h3><bdi>{subheading.Text}</bdi></h3>");
                break;
            case ChartBlock chart:
                WriteIf(chart.InPage, chart.Chart);
                break;
            case CellsBlock cells:
                HtmlCells.Append(html, cells.Table);
                break;
            case TableBlock table:
                HtmlTable.Append(html, table);
                break;
            case FactsBlock facts:
                Write(facts);
                break;
            case CodeBlock code:
                html.Line($"<pre><code>{code.Text}</code></pre>");
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} has no form in HTML.");
        }
    }

    private void WriteIf(bool shown, Chart chart)
    {
        if (shown)
        {
            Write(chart);
        }
    }

    /// <summary>Two drawings of which the screen's width shows one, the data for the script, and the data for people.</summary>
    private void Write(Chart chart)
    {
        html.Line($"<figure class=\"chart\">");
        html.Line($"<div class=\"wide\">{SvgChart.Fragment(chart, SvgForm.Wide)}</div>");
        html.Line($"<div class=\"narrow\">{SvgChart.Fragment(chart, SvgForm.Narrow)}</div>");

        // Everything in it that HTML would act upon is escaped by the JSON itself; text in a script is not read as markup.
        html.Line($"<script type=\"application/json\">{new Markup(ChartJson.Line(chart))}</script>");
        if (ChartData.Of(chart) is { Rows.Count: > 0 } data)
        {
            html.Line($"<details><summary>Data of this chart</summary>");
            HtmlTable.Append(html, data);
            html.Line($"</details>");
        }

        html.Line($"</figure>");
    }

    private void Write(FactsBlock facts)
    {
        html.Line($"<dl>");
        foreach (var fact in facts.Facts)
        {
            html.Line($"<dt><bdi>{fact.Key}</bdi></dt><dd><bdi>{fact.Value}</bdi></dd>");
        }

        html.Line($"</dl>");
    }

    private static Markup Class(ParagraphRole role) => new(role switch
    {
        ParagraphRole.Lead => " class=\"answer\"",
        ParagraphRole.Muted => " class=\"muted\"",
        ParagraphRole.Warning => " class=\"warning\"",
        _ => "",
    });
}
