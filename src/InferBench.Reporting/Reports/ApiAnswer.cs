using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>Where an API is cheaper, in one sentence under the answer.</summary>
internal static class ApiAnswer
{
    /// <returns>Null where nothing can be compared: no decoder cell with raw samples, or no API's price that a verdict may rest on.</returns>
    public static string? Sentence(CostReport? cost)
    {
        if (cost is not { } report || report.Answer.OutputWithInput is not { } own)
        {
            return null;
        }

        var compared = report.Comparisons.Where(one => one.Standing != Standing.NoVerdict).ToList();
        if (compared.OrderByDescending(one => one.SameWeights).ThenBy(one => one.OutputWithInput).FirstOrDefault() is not { } cheapest)
        {
            return null;
        }

        var apis = compared.Count(one => one.Standing == Standing.ApiCheaper);
        var which = cheapest.SameWeights ? "The cheapest API with the same weights" : "The cheapest API, with other weights";
        var random = report.SyntheticModel ? " The measured model has random weights, so this compares the economics of speed, not models." : "";
        return $"With their input, a million output tokens cost {Figures.Usd(own.Value)} here at {CostPhrases.Load(report)}; "
            + $"{Figures.Whole(apis)} of {Figures.Whole(compared.Count)} API prices of catalog {report.CatalogVersion} are lower. {which}, {SafeText.Shortened(cheapest.Provider, 40)} "
            + $"{SafeText.Shortened(cheapest.Model, 60)}, takes {Figures.Usd(cheapest.OutputWithInput)}: this machine is cheaper than it {Crossing(cheapest)}.{random}";
    }

    private static string Crossing(ApiComparison api) => CostPhrases.BreakEven(api.Crossing) is var load && api.Crossing is { Never: false, Undecided: false, Utilization: not null }
        ? $"from {load} utilization on"
        : load.StartsWith("never", StringComparison.Ordinal) ? "at no utilization" : $"at a utilization that the measurement leaves {load}";
}
