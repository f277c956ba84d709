using InferBench.Core.Runs;

namespace InferBench.Reporting.Reports;

/// <summary>What the figures of a report mean; the same words in every format.</summary>
internal static class MetricDefinitions
{
    /// <summary>Those of the figures that the run's reports have.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(RunDocument run)
    {
        var kinds = CellKinds.Of(run);
        var rate = (kinds.Decoders, kinds.OneShots) switch
        {
            (true, true) => "output tok/s or items/s",
            (true, false) => "output tok/s",
            _ => "items/s",
        };
        var operation = (kinds.Decoders, kinds.OneShots) switch
        {
            (true, true) => "an operation generates or takes a whole batch",
            (true, false) => "an operation generates a whole batch",
            _ => "an operation takes a whole batch",
        };
        return
        [
            .. kinds.Decoders ? Tokens : [],
            .. kinds.OneShots ? Items : [],
            .. kinds.Lengths ? [new("input tok/s", "batch × prompt tok / latency: tokens that an encoder reads")] : Array.Empty<KeyValuePair<string, string>>(),
            new("± 95 %", $"larger half of the 95 % confidence interval of {rate}, as a part of it"),
            .. kinds.Decoders ? [new("$/M output tok", Cost("output tok/s", "output tokens"))] : Array.Empty<KeyValuePair<string, string>>(),
            .. kinds.OneShots ? [new("$/M items", Cost("items/s", "items"))] : Array.Empty<KeyValuePair<string, string>>(),
            new("vs fp32", $"{rate} over that of the fp32 cell that differs in nothing else"),
            new("n", $"measured operations, warm-up excluded; {operation}"),
            new("validity", "whether the figures can be trusted; suspect figures carry their reasons, and invalid ones are not drawn and never the answer"),
        ];
    }

    private static KeyValuePair<string, string>[] Tokens { get; } =
    [
        new("TTFT", "time to first token: request start (token ids on the host) to the first generated token id on the host, sampling included; mean over operations"),
        new("TPOT", "time per output token: (end − first token) / (generated − 1); mean over operations, none where one token was generated"),
        new("tok/s/user", "1 / TPOT: the speed that one user sees after the first token"),
        new("decode tok/s", "batch × (generated − 1) / (end − first token)"),
        new("output tok/s", "batch × generated / end-to-end time, prompt processing included: the rate that divides into cost"),
    ];

    private static KeyValuePair<string, string>[] Items { get; } =
    [
        new("inputs", "what one-shot models were fed: their own test data, or values made up from what they declare, with which speed is real and output has no meaning"),
        new("latency", "inputs on the host to outputs readable on the host, of a whole batch: median, and the 90th percentile where 29 operations or more support it"),
        new("items/s", "batch / latency, as items over total time: the rate that divides into cost"),
    ];

    private static string Cost(string rate, string units) =>
        $"price per hour / 3600 / {rate} × 10⁶: the cost of a million {units} on a machine that is busy all the time; at utilization U it is this figure divided by U";
}
