using InferBench.Core.Runs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Html;

/// <summary>
/// <c>report.html</c>: one file that needs nothing else and reads on a phone, on paper and in the dark. It is well-formed XML. Its script only adds to
/// what is there without it.
/// </summary>
public static class HtmlReport
{
    /// <param name="run">The run.</param>
    /// <param name="terms">What the answer must keep; null for nothing.</param>
    public static string Of(RunDocument run, AnswerTerms? terms = null) => Of(RunReport.Of(run, terms ?? new()));

    internal static string Of(Report report)
    {
        var html = new MarkupWriter();
        html.Line($"<!DOCTYPE html>");
        html.Line($"<html lang=\"en\">");
        html.Line($"<head>");
        html.Line($"<meta charset=\"utf-8\"/>");
        html.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlAssets.ContentSecurityPolicy}\"/>");
        html.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        html.Line($"<meta name=\"referrer\" content=\"no-referrer\"/>");
        html.Line($"<title>{report.Title}</title>");
        html.Line($"<style>{new Markup(HtmlAssets.Style.Text)}</style>");
        html.Line($"</head>");
        html.Line($"<body>");
        html.Line($"<main>");
        html.Line($"<h1>{report.Title}</h1>");
        var blocks = new HtmlBlocks(html);
        foreach (var block in report.Opening)
        {
            blocks.Write(block);
        }

        html.Line($"<nav aria-label=\"Sections\"><ul>");
        foreach (var section in report.Sections)
        {
            html.Line($"<li><a href=\"#{section.Id}\">{section.Heading}</a></li>");
        }

        html.Line($"</ul></nav>");
        foreach (var section in report.Sections)
        {
            html.Line($"<section aria-labelledby=\"{section.Id}\">");
            html.Line($"<h2 id=\"{section.Id}\">{section.Heading}</h2>");
            foreach (var block in section.Blocks)
            {
                blocks.Write(block);
            }

            html.Line($"</section>");
        }

        html.Line($"</main>");
        html.Line($"<script>{new Markup(HtmlAssets.Script.Text)}</script>");
        html.Line($"</body>");
        html.Line($"</html>");
        return html.ToString();
    }
}
