using InferBench.Core.Runs;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>What moves a cost most: a bar for each input, from the cost at its lower value to that at its higher one, the widest on top.</summary>
internal static class TornadoChart
{
    /// <returns>Empty where nothing moves it.</returns>
    public static IReadOnlyList<Chart> Of(RunDocument run, CostReport report)
    {
        if (report.Sensitivity.Count == 0 || report.Answer.OutputWithInput is not { Value: var asked })
        {
            return [];
        }

        List<TornadoBar> upward = [.. report.Sensitivity.Reverse()];
        return
        [
            new Chart(
                "cost-sensitivity",
                "What moves the cost of output tokens most",
                $"{CostPhrases.Configuration(report.Answer.Cell)}, {RunWords.Machine(run)} at {RunWords.Price(run.Price)}, {CostPhrases.Load(report)}",
                new("US dollars per million output tokens, their input included", null, AxisScale.Linear, Money: true),
                new("Input, one at a time, from its lower to its higher value", null, AxisScale.Linear, Names: [.. upward.Select(Name)]),
                [
                    Side("at the lower value", upward, asked, bar => bar.UsdAtLow),
                    Side("at the higher value", upward, asked, bar => bar.UsdAtHigh),
                    new("as asked", [new(asked, -0.5), new(asked, upward.Count - 0.5)], Figures.Usd(asked)) { Form = SeriesForm.Plain },
                ],
                [.. report.Sensitivity.Select(bar => $"{Capital(bar.Input)}: {bar.Bounds}."), RunWords.PriceOrigin(run.Price)],
                RunWords.Origin(run)),
        ];
    }

    private static Series Side(string name, List<TornadoBar> bars, double asked, Func<TornadoBar, double> usd) =>
        new(name, [.. bars.SelectMany((bar, row) => (SeriesPoint[])[new(asked, row), new(usd(bar), row)])]) { Form = SeriesForm.Bars };

    private static string Name(TornadoBar bar) => $"{bar.Input} {bar.Low} to {bar.High}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
