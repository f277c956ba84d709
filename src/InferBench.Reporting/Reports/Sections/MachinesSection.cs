using System.Globalization;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>What a million costs on each machine in each precision, and what the machines are.</summary>
internal static class MachinesSection
{
    private const int MostLines = 200;

    public static ReportSection Of(IReadOnlyList<RunDocument> runs)
    {
        var lines = MachineLines.Of(runs);
        var shown = lines.Take(MostLines).ToList();
        return new(
            "machines",
            "Machines side by side",
            [
                .. Enum.GetValues<CostUnit>().Where(unit => shown.Any(line => line.Unit == unit)).Select(unit => Costs([.. shown.Where(line => line.Unit == unit)], unit)),
                .. shown.Count < lines.Count
                    ? [new Paragraph($"{Figures.Whole(shown.Count)} of {Figures.Whole(lines.Count)} lines are shown, the cheapest; cells.csv has every cell.", ParagraphRole.Muted)]
                    : (IReportBlock[])[],
                Machines(runs),
            ]);
    }

    private static TableBlock Costs(IReadOnlyList<MachineLine> lines, CostUnit unit) => new(
        $"Cost per million {(unit == CostUnit.Items ? "items" : "output tokens")} at full load, the cheapest cell of each machine and precision",
        [
            new("machine", false), new("precision", false), new(unit == CostUnit.Items ? "$/M items" : "$/M output tok", true), new("95 % interval", true), new("validity", false),
            new("batch", true), new("tok/s/user", true), new("quality", false), new("model", false), new("provider", false), new("shape", false),
        ],
        [
            .. lines.Select(line => (IReadOnlyList<string>)
            [
                line.Machine, SafeText.Shortened(line.Precision, 40), Figures.Usd(line.UsdPerMillion.Value), Interval(line.UsdPerMillion), line.Valid ? "valid" : "suspect",
                Figures.Whole(line.Batch), Figures.Number(line.PerUserTokensPerSecond?.Value), line.Quality.Length > 0 ? line.Quality : "not measured",
                SafeText.Shortened(line.Model, 60), SafeText.Shortened(line.Provider, 40), Shape(line),
            ]),
        ]);

    private static TableBlock Machines(IReadOnlyList<RunDocument> runs) => new(
        "The machines, their prices and the runs",
        [new("machine", false), new("run", false), new("measured", false), new("$/h", true), new("price", false), new("cells valid", true)],
        [
            .. runs.Zip(MachineLabels.Of(runs), (run, machine) => (IReadOnlyList<string>)
            [
                machine, SafeText.Shortened(run.RunId, 80), run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Figures.Price(run.Price.UsdPerHour), RunWords.PriceOrigin(run.Price), $"{Figures.Whole(Valid(run))} of {Figures.Whole(run.Cells.Count)}",
            ]),
        ]);

    private static int Valid(RunDocument run) => run.Cells.Count(cell => cell.Validity?.Verdict == Core.Validity.Verdict.Valid);

    private static string Shape(MachineLine line) => string.Join(", ", new[]
    {
        line.PromptTokens is { } prompt ? $"prompt {Figures.Whole(prompt)}" : null,
        line.GeneratedTokens is { } generated ? $"gen {Figures.Whole(generated)}" : null,
    }.OfType<string>().DefaultIfEmpty(Figures.Missing));

    private static string Interval(Estimate cost) => cost is { Low: { } low, High: { } high } ? $"{Figures.Usd(low)} to {Figures.Usd(high)}" : Figures.Missing;
}
