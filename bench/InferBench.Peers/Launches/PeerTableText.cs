using System.Globalization;
using System.Text;

namespace InferBench.Peers.Launches;

/// <summary>The comparisons as one Markdown table.</summary>
internal static class PeerTableText
{
    public static string Render(PeerTable table)
    {
        var text = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"{table.Model}, prompt {table.PromptTokens}, gen {table.GeneratedTokens}, {table.Threads} threads; {string.Join(", ", table.Libraries)}\n\n");
        text.Append("| peer | precision | peer's | batch | decode tok/s | peer's | decode ratio | best step | TTFT ms | peer's | prefill tok/s | peer's | prefill ratio | equal ids | cosine | others' cores |\n");
        text.Append("|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var row in table.Rows)
        {
            var (decode, first, prefill) = (row.DecodeRates, row.FirstTokenMs, row.PrefillRates(table.PromptTokens));
            text.Append(culture, $"| {row.Peer} | {row.Precision} | {row.PeerPrecision} | {row.Batch} ");
            text.Append(culture, $"| {decode.Ours:0.0} | {decode.Peers:0.0} | {row.Decode.Text("0.000")} | {row.BestStep.Text("0.000")} ");
            text.Append(culture, $"| {first.Ours:0.0} | {first.Peers:0.0} | {prefill.Ours:0} | {prefill.Peers:0} | {row.Prefill.Text("0.000")} | {row.AgreeingIds}/{row.GeneratedTokens} ");
            text.Append(culture, $"| {(row.Cosine is { } cosine ? cosine.ToString("0.00000", culture) : "same file")} | {(row.OtherCores is { } others ? others.ToString("0.00", culture) : "unknown")} |\n");
        }

        text.Append("\nRatios are InferBench over the peer, above 1 is faster: medians over launches, each a fresh process of both sides that generate in turns, with the least and the most. ");
        text.Append("Rates and times are medians over launches. llama.cpp keeps its cache in half precision (its default), InferBench and GenAI in that of their activations.\n");
        return text.ToString();
    }
}
