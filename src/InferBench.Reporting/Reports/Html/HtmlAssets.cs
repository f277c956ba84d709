using InferBench.Reporting.Charts.Page;

namespace InferBench.Reporting.Reports.Html;

/// <summary>The one style sheet and the one script of a report, and the policy that lets in nothing else.</summary>
internal static class HtmlAssets
{
    public static HtmlAsset Style { get; } = new(HtmlAsset.Embedded("report.css") + SvgTheme.PageCss);

    // The comments hide from HTML what makes the page well-formed XML too.
    public static HtmlAsset Script { get; } = new($"/*<![CDATA[*/\n{HtmlAsset.Embedded("report.js")}/*]]>*/");

    /// <summary>Nothing is loaded, sent or framed.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src {Style.Hash}; script-src {Script.Hash}; base-uri 'none'; form-action 'none'";
}
