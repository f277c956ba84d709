using System.Globalization;
using InferBench.Cli.Terminal;
using InferBench.Reporting.Text;
using Spectre.Console;

namespace InferBench.Cli.Sizing;

/// <summary>A sized fleet in words and a table.</summary>
internal static class SizingText
{
    private const int MostRefused = 12;

    public static void Show(Screen screen, SizingReport report)
    {
        screen.Line($"demand: {SafeText.Of(report.Demand)}; peak: {report.PeakBasis}");
        screen.Line($"limits: {Limits(report)}; headroom {Figures.Percent(report.Headroom)}");
        screen.Line();
        if (report.Plan is { } plan)
        {
            screen.Line(Sentence(plan));
            screen.Line($"  what binds: {SafeText.Of(plan.Binding)}");
            screen.Line($"  {Money(plan)}");
            screen.Line($"  {Price(plan)}");
            screen.Line($"  at twice the demand: {(report.AtTwiceTheDemand is { } twice ? Twice(plan, twice) : "no cell answers")}");
            if (plan.Doubts is [var doubt, ..])
            {
                screen.Line($"  SUSPECT: {SafeText.Of(doubt)}");
            }

            Table(screen, [plan, .. report.Others]);
        }
        else
        {
            screen.Line("No measured cell answers.");
            if (report.Nearest is { } nearest)
            {
                screen.Line($"  nearest: {Cell(nearest)}: {SafeText.Of(nearest.Reason)}");
            }
        }

        Refused(screen, report);
        foreach (var assumption in report.Assumptions)
        {
            screen.Line($"assumed: {assumption}");
        }

        screen.Line(report.CatalogVersion is { } version ? $"catalog {version}" : "catalog: not used, prices are those of the runs or given");
    }

    private static string Sentence(PlanReport plan) => Text(
        $"{plan.Machines} × {SafeText.Of(plan.Machine)} (run {SafeText.Of(plan.Run)}), {SafeText.Of(plan.Model)} {SafeText.Of(plan.Precision)}, batch {plan.Batch}: {plan.NeededMachines} for the peak of {plan.PeakLoadMachines:0.00} machines, {plan.SpareMachines} spare; {Figures.Percent(plan.Utilization)} busy on average");

    private static string Money(PlanReport plan) => Text(
        $"{Figures.Usd(plan.UsdPerMonth)} a month; {Figures.Usd(plan.UsdPerMillionOutputTokens)} per million output tokens if they carry the whole bill, {Figures.Usd(plan.UsdPerMillionTokens)} per million of all tokens");

    private static string Price(PlanReport plan) =>
        $"price: {Figures.Price(plan.UsdPerMachineHour)} a machine-hour{(plan.PriceAssumed ? ", ASSUMED" : "")}: {SafeText.Of(plan.PriceSource)}";

    private static string Twice(PlanReport plan, PlanReport twice) => Text(
        $"{twice.Machines} machines ({SafeText.Of(twice.Precision)}, batch {twice.Batch}), {Figures.Usd(twice.UsdPerMonth)} a month, ×{twice.UsdPerMonth / plan.UsdPerMonth:0.00} the bill");

    private static string Limits(SizingReport report) => (report.TtftLimitMs, report.TpotLimitMs) switch
    {
        (null, null) => "none",
        ({ } ttft, null) => $"{report.Statistic} TTFT below {Figures.Number(ttft)} ms",
        (null, { } tpot) => $"{report.Statistic} TPOT below {Figures.Number(tpot)} ms",
        ({ } ttft, { } tpot) => $"{report.Statistic} TTFT below {Figures.Number(ttft)} ms, {report.Statistic} TPOT below {Figures.Number(tpot)} ms",
    };

    private static void Table(Screen screen, IReadOnlyList<PlanReport> plans)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("run") { NoWrap = true });
        table.AddColumn(new TableColumn("precision") { NoWrap = true });
        foreach (var name in new[] { "batch", "machines", "busy", "TTFT ms", "TPOT ms at peak", "$/month", "$/M output" })
        {
            table.AddColumn(new TableColumn(name) { NoWrap = true, Alignment = Justify.Right });
        }

        foreach (var plan in plans)
        {
            table.AddRow(
                Spectre.Console.Markup.Escape(SafeText.Of(plan.Run)),
                Spectre.Console.Markup.Escape(SafeText.Of(plan.Precision)),
                Text($"{plan.Batch}"),
                Text($"{plan.Machines}"),
                Figures.Percent(plan.Utilization),
                Figures.Number(plan.TtftMs),
                Figures.Number(plan.TpotAtPeakMs),
                Figures.Usd(plan.UsdPerMonth),
                Figures.Usd(plan.UsdPerMillionOutputTokens));
        }

        screen.Console.Write(table);
    }

    private static void Refused(Screen screen, SizingReport report)
    {
        foreach (var refused in report.Refused.Take(MostRefused))
        {
            screen.Line($"not used: {Cell(refused)}: {SafeText.Of(refused.Reason)}");
        }

        if (report.Refused.Count > MostRefused)
        {
            screen.Line(Text($"not used: and {report.Refused.Count - MostRefused} more cells (--json lists all)"));
        }
    }

    private static string Cell(RefusedReport refused) => SafeText.Of(refused.Cell);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
