using InferBench.Core.Runs;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;
using InferBench.Economics.Machines;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Charts;

/// <summary>The monthly bill by volume: machines come in steps, an API's bill grows with every token.</summary>
internal static class BreakEvenChart
{
    private const int Machines = 3;
    private const double Least = 0.2;

    // A crossing beyond full load of one machine is still seen: the lines part.
    private const double Highest = 1.5;
    private const double Headroom = 1.25;

    /// <returns>Empty where no API's price comes near the machine's, so that there would be nothing to see.</returns>
    public static IReadOnlyList<Chart> Of(RunDocument run, CostReport report)
    {
        var apis = ApiLines.Of(report, Least, Highest);
        if (apis.Count == 0)
        {
            return [];
        }

        var machine = CloudMachines.OfRun(run.Price);
        var steps = MachineSteps.Of(machine, apis[0].Crossing, Machines);
        var (right, top) = (steps[^1].ToOutputTokens, steps[^1].UsdPerMonth * Headroom);
        return
        [
            new Chart(
                "break-even",
                "Monthly bill by volume, machines against APIs",
                $"{CostPhrases.Configuration(report.Answer.Cell)}, {RunWords.Machine(run)} at {RunWords.Price(run.Price)}",
                new("Output tokens a month", "millions", AxisScale.Linear),
                new("US dollars a month", null, AxisScale.Linear, Money: true),
                [
                    new("machines", [.. steps.SelectMany(step => Ends(step))], $"{Figures.Usd(steps[0].UsdPerMonth)} a month each", "always busy at each step's end") { Form = SeriesForm.Plain },
                    .. apis.Select(api => Line(api, right, top)),
                ],
                [
                    $"A machine is paid for from its first token on and makes {CostPhrases.Millions(steps[0].ToOutputTokens)} output tokens a month at most. Left of a crossing the API is cheaper.",
                    $"API prices of {Figures.Date(report.AsOf)} from catalog {report.CatalogVersion}, for {Figures.Number(report.InputPerOutput)} input tokens to each output token, nothing cached.",
                    .. UtilizationChart.Warnings(report),
                    RunWords.PriceOrigin(run.Price),
                ],
                RunWords.Origin(run)),
        ];
    }

    private static IEnumerable<SeriesPoint> Ends(MachineStep step) => [new(step.FromOutputTokens / 1e6, step.UsdPerMonth), new(step.ToOutputTokens / 1e6, step.UsdPerMonth)];

    /// <summary>From nothing to the edge that it reaches first.</summary>
    private static Series Line(ApiComparison api, double right, double top)
    {
        var end = Math.Min(right, top / api.OutputWithInput * 1e6);
        return new(
            SafeText.Shortened(api.Provider, 30),
            [new(0, 0), new(end / 1e6, end / 1e6 * api.OutputWithInput)],
            SafeText.Shortened(api.Model.Split('/')[^1], 40),
            $"break-even {CostPhrases.BreakEven(api.Crossing)}")
        {
            Form = SeriesForm.Plain,
        };
    }
}
