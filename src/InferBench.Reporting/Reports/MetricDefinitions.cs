namespace InferBench.Reporting.Reports;

/// <summary>What the figures of a report mean; the same words in every format.</summary>
internal static class MetricDefinitions
{
    /// <summary>Those of the columns that a table shows.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ResultsTable table) =>
        [.. All.Where(definition => table.Columns.Any(column => column.Name.StartsWith(definition.Key, StringComparison.Ordinal)))];

    private static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("TTFT", "time to first token: request start (token ids on the host) to the first generated token id on the host, sampling included; mean over operations"),
        new("TPOT", "time per output token: (end − first token) / (generated − 1); mean over operations, none where one token was generated"),
        new("tok/s/user", "1 / TPOT: the speed that one user sees after the first token"),
        new("decode tok/s", "batch × (generated − 1) / (end − first token)"),
        new("output tok/s", "batch × generated / end-to-end time, prompt processing included: the rate that divides into cost"),
        new("± 95 %", "larger half of the 95 % confidence interval of output tok/s, as a part of it"),
        new("$/M output tok", "price per hour / 3600 / output tok/s × 10⁶: the cost of a million output tokens on a machine that is busy all the time; at utilization U it is this figure divided by U"),
        new("vs fp32", "output tok/s over that of the fp32 cell that differs in nothing else"),
        new("perplexity", "exp of the mean negative log-likelihood that the cell's model gives the scored text; the reference and the text stand below"),
        new("vs reference", "change of the perplexity against the reference's on the same text; above 0 the model is worse"),
        new("cosine", "of a one-shot model: mean cosine of its outputs and the reference's on the same inputs"),
        new("top-1", "share of positions (or items) for which model and reference find the same token (or class) most likely"),
        new("n", "measured operations, warm-up excluded; an operation generates a whole batch"),
        new("validity", "whether the figures can be trusted; suspect figures carry their reasons, and invalid ones are not drawn and never the answer"),
    ];
}
