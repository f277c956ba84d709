namespace InferBench.Reporting.Reports;

/// <summary>What the figures of a report mean; the same words in every format.</summary>
internal static class MetricDefinitions
{
    /// <summary>Those of the columns that a table shows, and of those that it leaves out because all cells agree.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ResultsTable table)
    {
        List<string> names = [.. table.Columns.Select(column => column.Name), .. table.Constants.Select(constant => constant.Key)];
        return [.. All(Rate(names), Operation(names)).Where(definition => names.Any(name => name.StartsWith(definition.Key, StringComparison.Ordinal)))];
    }

    private static IEnumerable<KeyValuePair<string, string>> All(string rate, string operation) =>
    [
        new("inputs", "what one-shot models were fed: their own test data, or values made up from what they declare, with which speed is real and output has no meaning"),
        new("TTFT", "time to first token: request start (token ids on the host) to the first generated token id on the host, sampling included; mean over operations"),
        new("TPOT", "time per output token: (end − first token) / (generated − 1); mean over operations, none where one token was generated"),
        new("tok/s/user", "1 / TPOT: the speed that one user sees after the first token"),
        new("decode tok/s", "batch × (generated − 1) / (end − first token)"),
        new("output tok/s", "batch × generated / end-to-end time, prompt processing included: the rate that divides into cost"),
        new("latency", "inputs on the host to outputs readable on the host, of a whole batch: median, and the 90th percentile where 29 operations or more support it"),
        new("items/s", "batch / latency, as items over total time: the rate that divides into cost"),
        new("input tok/s", "batch × prompt tok / latency: tokens that an encoder reads"),
        new("± 95 %", $"larger half of the 95 % confidence interval of {rate}, as a part of it"),
        new("$/M output tok", "price per hour / 3600 / output tok/s × 10⁶: the cost of a million output tokens on a machine that is busy all the time; at utilization U it is this figure divided by U"),
        new("$/M items", "price per hour / 3600 / items/s × 10⁶: the cost of a million items on a machine that is busy all the time; at utilization U it is this figure divided by U"),
        new("vs fp32", $"{rate} over that of the fp32 cell that differs in nothing else"),
        new("MBU", "memory bandwidth utilization of decoding: weight and KV-cache bytes that a step reads, over TPOT, over the bandwidth measured on this machine"),
        new("MBU then", "the same over what memory gave right before and after the cell: on a shared host others take of its bandwidth, and above 100 % part of the weights stayed in caches"),
        new("J/token", "energy of the device during the measured operations for each output token, of the whole package and not of this process alone"),
        new("J/item", "the same for each item of a one-shot model"),
        new("perplexity", "exp of the mean negative log-likelihood that the cell's model gives the scored text; the reference and the text stand below"),
        new("vs reference", "change of the perplexity against the reference's on the same text; above 0 the model is worse"),
        new("cosine", "of a one-shot model: mean cosine of its outputs and the reference's on the same inputs"),
        new("top-1", "share of positions (or items) for which model and reference find the same token (or class) most likely"),
        new("n", $"measured operations, warm-up excluded; {operation}"),
        new("validity", "whether the figures can be trusted; suspect figures carry their reasons, and invalid ones are not drawn and never the answer"),
    ];

    private static string Rate(List<string> names) => (names.Contains("output tok/s"), names.Contains("items/s")) switch
    {
        (true, true) => "output tok/s or items/s",
        (false, true) => "items/s",
        _ => "output tok/s",
    };

    private static string Operation(List<string> names) => (names.Contains("output tok/s"), names.Contains("items/s")) switch
    {
        (true, true) => "an operation generates or takes a whole batch",
        (false, true) => "an operation takes a whole batch",
        _ => "an operation generates a whole batch",
    };
}
