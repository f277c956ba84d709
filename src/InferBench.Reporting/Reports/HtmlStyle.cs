using System.Security.Cryptography;
using System.Text;
using InferBench.Reporting.Charts.Svg;

namespace InferBench.Reporting.Reports;

/// <summary>The one style sheet of a report. The page's policy allows it by its hash and nothing else.</summary>
internal static class HtmlStyle
{
    public static string Css { get; } = """
        :root{color-scheme:light dark;--ground:#fff;--panel:#f6f8fa;--ink:#1b1f24;--muted:#57606a;--line:#d8dee4;--bad:#b42318;--doubt:#8a5a00;--good:#1a6b3c}
        @media screen and (prefers-color-scheme:dark){:root{--ground:#0f1318;--panel:#15191f;--ink:#e6eaef;--muted:#a3adb8;--line:#2a313a;--bad:#ff8f85;--doubt:#f0b93a;--good:#63d297}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
        main{max-width:1200px;margin:0 auto;padding:28px 16px 56px}
        h1{font-size:1rem;font-weight:600;color:var(--muted);margin:0 0 10px;overflow-wrap:anywhere}
        h2{font-size:1.25rem;margin:44px 0 12px}
        .answer{font-size:1.45rem;line-height:1.35;font-weight:600;margin:0 0 14px;overflow-wrap:anywhere}
        p{margin:0 0 12px;overflow-wrap:anywhere}
        .muted{color:var(--muted)}
        .warning{border-left:4px solid var(--doubt);padding:2px 0 2px 12px}
        figure{margin:0 0 22px;border:1px solid var(--line);border-radius:10px;overflow:hidden;max-width:800px}
        .ib-chart{display:block;width:100%;height:auto}
        .narrow{display:none}
        .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px}
        table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
        th,td{padding:6px 8px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);white-space:nowrap}
        tr:last-child td{border-bottom:0}
        th{background:var(--panel);font-weight:600;white-space:normal;vertical-align:bottom}
        .number{text-align:right}
        .explained td{border-bottom:0;padding-bottom:0}
        .reason{display:block;position:sticky;left:10px;width:fit-content;max-width:min(82vw,70em);color:var(--muted);font-size:.8125rem;white-space:normal;overflow-wrap:anywhere}
        .valid{color:var(--good)}.suspect{color:var(--doubt)}.invalid,.failed{color:var(--bad)}
        dl{display:grid;grid-template-columns:minmax(9em,auto) 1fr;gap:6px 18px;margin:0}
        dt{font-weight:600;overflow-wrap:anywhere}dd{margin:0;overflow-wrap:anywhere}
        pre{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:12px 14px;overflow-x:auto;font-size:.875rem;white-space:pre-wrap;overflow-wrap:anywhere}
        @media (max-width:640px){.wide{display:none}.narrow{display:block}.answer{font-size:1.2rem}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 10px}}
        @media print{main{max-width:none;padding:0}figure,tr,dl div{break-inside:avoid}.scroll{overflow:visible;border:0}table{font-size:.66rem}th,td{padding:3px 4px}td:first-child{white-space:normal;overflow-wrap:break-word}.wide{display:block}.narrow{display:none}h2{break-after:avoid}}

        """.ReplaceLineEndings("\n") + SvgTheme.Css;

    /// <summary>Nothing is loaded, run, sent or framed.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'";
}
