using System.Globalization;
using System.Text;

namespace InferBench.Budgets.Figures;

/// <summary>A report as Markdown.</summary>
internal static class BudgetText
{
    public static string Render(BudgetReport report)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{report.Cores} cores, load {MachineLoad.Text(report.LoadBefore)} before and {MachineLoad.Text(report.LoadAfter)} after\n\n");
        text.Append("| what | median (min–max) | rounds | budget | | detail |\n|---|--:|--:|--:|---|---|\n");
        foreach (var figure in report.Figures)
        {
            var verdict = (figure.Met, figure.Unclear) switch
            {
                (true, false) => "met",
                (true, true) => "met, but not in every round",
                (false, false) => "**missed**",
                (false, true) => "**missed**, but not in every round",
                (null, _) => "",
            };
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.What} | {figure.Measured.Text(Format(figure.Unit))} {Unit(figure.Unit)} | {figure.Measured.Count} | {Budget(figure)} | {verdict} | {figure.Detail} |\n");
        }

        return text.ToString();
    }

    private static string Budget(BudgetFigure figure) => figure.Limit is { } limit
        ? $"{(figure.AtLeast ? "≥" : "≤")} {limit.ToString(Format(figure.Unit), CultureInfo.InvariantCulture)} {Unit(figure.Unit)}".TrimEnd()
        : "";

    private static string Unit(string unit) => unit == "%" ? "" : unit;

    private static string Format(string unit) => unit switch
    {
        "%" => "0.00 %",
        "ns" or "B" => "0",
        "×" => "0.000",
        "GB/s" => "0.00",
        _ => "0.0",
    };
}
