using InferBench.Core.Plans;
using InferBench.Core.Statistics;
using InferBench.Economics.BreakEven;
using InferBench.Economics.Costs;

namespace InferBench.Reporting.Text;

/// <summary>A cost report in words, the same in the console and in every document.</summary>
public static class CostPhrases
{
    /// <summary>A cell in a few words: <c>llama-110m int8-dyn-chan on cpu, batch 4, 128 in, 64 out</c>.</summary>
    public static string Configuration(Cell cell) =>
        $"{SafeText.Shortened(cell.Model, 60)} {SafeText.Shortened(cell.Precision, 40)} on {SafeText.Shortened(cell.Provider, 40)}, "
        + $"batch {Figures.Whole(cell.Batch)}, {Figures.Whole(cell.PromptTokens!.Value)} in, {Figures.Whole(cell.GeneratedTokens!.Value)} out";

    /// <summary>The answer in one sentence.</summary>
    public static string Answer(CostReport report)
    {
        var answer = report.Answer;
        var kind = answer.Suspect ? "No valid cell; the cheapest suspect one" : report.TargetsMet ? "Cheapest valid cell" : "No valid cell meets the targets; the cheapest valid one";
        return answer.OutputWithInput is { } cost
            ? $"{kind}: {Configuration(answer.Cell)}: {Figures.Usd(cost.Value)} per million output tokens with their input{Interval(cost)}, at {Load(report)}."
            : $"{kind}: {Configuration(answer.Cell)}: no cost per token, because at {Load(report)} nothing is made that could carry the bill.";
    }

    /// <summary>How busy, in a few words.</summary>
    public static string Load(CostReport report)
    {
        var used = report.Answer.Utilization;
        return $"{Figures.Percent(used.Share)} utilization{(used.Machines > 1 ? $" of {Figures.Whole(used.Machines)} machines" : "")}";
    }

    /// <summary>From which load on one machine is cheaper: <c>12 % (11 to 13 %)</c>, <c>never (120 %)</c>.</summary>
    public static string BreakEven(Crossing crossing) => crossing switch
    {
        { Utilization: null } => "never",
        { Undecided: true, Utilization: var open } => $"open ({Range(open!)})",
        { Never: true, Utilization: var over } => $"never ({Figures.Percent(over!.Value)})",
        { Utilization: { Low: { } low, High: { } high } load } when Figures.Percent(low) != Figures.Percent(high) => $"{Figures.Percent(load.Value)} ({Range(load)})",
        { Utilization: var load } => Figures.Percent(load!.Value),
    };

    /// <summary>Own cost against the API's at the load that was asked about.</summary>
    public static string Standing(ApiComparison comparison) => comparison switch
    {
        { Standing: Economics.BreakEven.Standing.NoVerdict } => "no verdict",
        { Standing: Economics.BreakEven.Standing.Close } => "about equal",
        { OwnOverApi.Value: var ratio } => ratio < 1 ? $"{Figures.Number(1 / ratio)} × cheaper" : $"{Figures.Number(ratio)} × dearer",
        _ => Figures.Missing,
    };

    /// <summary>Tokens in millions, such as <c>1,234 M</c>.</summary>
    public static string Millions(double? tokens) => tokens is { } given ? $"{Figures.Number(given / 1e6)} M" : Figures.Missing;

    public static string Interval(Estimate estimate) =>
        estimate is { Low: { } low, High: { } high } ? $" (95 % interval {Figures.Usd(low)} to {Figures.Usd(high)})" : "";

    private static string Range(Estimate share) =>
        $"{(share.Low is { } low ? Figures.Percent(low)[..^2] : Figures.Missing)} to {(share.High is { } high ? Figures.Percent(high) : "more")}";
}
