using System.Globalization;
using System.Text;
using InferBench.Budgets.Figures;

namespace InferBench.Peers.Launches;

/// <summary>A comparison as Markdown.</summary>
internal static class ComparisonText
{
    public static string Render(Comparison comparison)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{comparison.Model}, prompt {comparison.PromptTokens}, gen {comparison.GeneratedTokens}, ");
        text.Append(CultureInfo.InvariantCulture, $"{comparison.Threads} threads, load {MachineLoad.Text(comparison.LoadBefore)} before and {MachineLoad.Text(comparison.LoadAfter)} after\n\n");
        text.Append("| launch | first | InferBench tok/s | GenAI tok/s | ratio | best step | first token | equal ids |\n|--:|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var (launch, number) in comparison.Launches.Select((launch, index) => (launch, index + 1)))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {number} | {launch.First} | {launch.InferBenchTokensPerSecond:0.0} | {launch.GenAiTokensPerSecond:0.0} | {launch.Ratio:0.000} | {launch.BestStepRatio:0.000} | {launch.FirstTokenRatio:0.000} | {launch.AgreeingIds}/{comparison.GeneratedTokens} |\n");
        }

        var ids = comparison.IdsAgree ? "the greedy ids agree" : "the greedy ids DIFFER";
        var library = comparison.SameOnnxRuntime switch
        {
            true => "one ONNX Runtime library in all processes",
            false => "the processes loaded DIFFERENT ONNX Runtime libraries",
            null => "which ONNX Runtime library was loaded is unknown here",
        };
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nInferBench over GenAI, decode, median step: {comparison.Ratio.Text("0.000")}; best step: {comparison.BestStepRatio.Text("0.000")}; budget at least {Comparison.Least:0.0}: {(comparison.Met ? "met" : "MISSED")}; {ids}; {library}\n");
        return text.ToString();
    }
}
