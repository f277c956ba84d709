using System.Globalization;
using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.Core.Statistics;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports;

/// <summary>The columns of <c>cells.csv</c>.</summary>
internal static class CsvColumns
{
    private const double NsPerMs = 1e6;

    /// <param name="run">The run.</param>
    /// <param name="kinds">Kinds of cells for which there are columns; more than the run has where several runs share a file.</param>
    public static IReadOnlyList<CsvColumn> Of(RunDocument run, CellKinds kinds)
    {
        // Ten thousand cells share a few models.
        var models = run.Models.ToLookup(model => (model.Name, model.Precision, model.Provider));
        var sessions = run.Shards.ToLookup(shard => shard.Key, shard => shard.Session, StringComparer.Ordinal);
        var speedups = Speedups.From(run);
        var started = run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var gpus = string.Join("; ", run.Environment.Gpus.Select(gpu => gpu.Name));

        SessionReport? Session(RunCell cell) => sessions[cell.Cell.ShardKey].LastOrDefault();

        RunModel? Model(RunCell cell) => models[(cell.Cell.Model, cell.Cell.Precision, cell.Cell.Provider)].FirstOrDefault();

        return
        [
            new("run_id", _ => run.RunId),
            new("started_at_utc", _ => started),
            new("inferbench_version", _ => run.Tool.Version),
            new("git_commit", _ => run.Tool.GitCommit),
            new("cell_key", cell => cell.Key),
            new("model", cell => cell.Cell.Model),
            new("model_sha256", cell => Model(cell)?.Sha256),
            new("model_bytes", cell => Model(cell)?.Bytes),
            new("precision", cell => cell.Cell.Precision),
            new("provider", cell => cell.Cell.Provider),
            new("batch", cell => cell.Cell.Batch),
            new("prompt_tokens", cell => cell.Cell.PromptTokens),
            new("generated_tokens", cell => cell.Cell.GeneratedTokens),
            new("threads", cell => cell.Cell.Threads),
            new("scenario", cell => cell.Cell.Scenario),
            new("launch", cell => cell.Cell.Launch),
            new("status", cell => Word(cell.Status.ToString())),
            new("validity", cell => cell.Validity is { } validity ? Word(validity.Verdict.ToString()) : null),
            new("reasons", cell => cell.Validity is { Reasons.Count: > 0 } validity ? string.Join("; ", validity.Reasons) : null),
            new("error", cell => cell.Error),
            new("operations", cell => cell.Metrics?.Operations ?? cell.Items?.Operations),
            .. kinds.Decoders ? Decoder(run) : [],
            .. kinds.OneShots ? OneShot(run) : [],
            .. Pass("prefill", cell => cell.Device?.Prefill),
            .. Pass("step", cell => cell.Device?.Step),
            new("joules_per_operation", cell => cell.Energy?.JoulesPerOperation),
            new("joules_per_item", cell => cell.Energy?.JoulesPerItem),
            new("joules_per_token", cell => cell.Energy?.JoulesPerToken),
            new("mean_watts", cell => cell.Energy?.MeanWatts),
            new("energy_source", cell => cell.Energy?.Source),
            .. Rate("output_speedup_vs_fp32", speedups.Of),
            .. Rate("perplexity", cell => cell.Quality?.Model.Perplexity),
            .. Rate("perplexity_change_percent", cell => cell.Quality?.PerplexityChangePercent),
            new("kl_mean_nats", cell => cell.Quality?.KlMeanNats),
            new("kl_p99_nats", cell => cell.Quality?.KlP99Nats),
            .. Rate("top1_agreement", cell => cell.Quality?.Top1Agreement),
            new("identical_greedy_prefix_tokens", cell => cell.Quality?.IdenticalGreedyPrefix),
            new("greedy_tokens", cell => cell.Quality?.GreedyTokens),
            new("output_cosine_mean", cell => cell.Quality?.Outputs?.CosineMean),
            new("output_cosine_least", cell => cell.Quality?.Outputs?.CosineLeast),
            new("quality_reference_precision", cell => cell.Quality?.Reference?.Precision),
            new("quality_reference_sha256", cell => cell.Quality?.Reference?.Sha256),
            new("quality_text", cell => QualityText(cell)),
            new("quality_tokens_scored", cell => cell.Quality?.Text?.TokensScored),
            new("quality_error", cell => cell.QualityError),
            new("tokens_per_1000_characters", cell => Model(cell)?.TokensPerThousandCharacters ?? cell.Quality?.Text?.TokensPerThousandCharacters),
            new("price_usd_per_hour", _ => run.Price.UsdPerHour),
            new("price_assumed", _ => run.Price.Assumed),
            new("price_source", _ => run.Price.Source),
            new("price_as_of", _ => run.Price.AsOf is { } day ? Figures.Date(day) : null),
            new("warmup_operations", cell => cell.Measurement?.Warmup.Operations),
            new("warmup_stable", cell => cell.Measurement?.Warmup.Stable),
            new("kv_cache", cell => Session(cell)?.CacheMode),
            new("token_selection", cell => Session(cell)?.Selection),
            new("cuda_graph", cell => Session(cell)?.CudaGraph),
            new("stopped_by", cell => cell.Measurement is { } measurement ? Word(measurement.Stop.ToString()) : null),
            new("kv_cache_bytes", cell => cell.Measurement?.KvCacheBytes),
            new("peak_resident_bytes", cell => cell.Measurement?.PeakResidentBytes),
            new("managed_bytes_per_token", cell => cell.Measurement?.ManagedBytesPerToken),
            new("own_cores", cell => cell.Measurement?.Contention?.OwnCores),
            new("other_cores", cell => cell.Measurement?.Contention?.OtherCores),
            new("stolen_cores", cell => cell.Measurement?.Contention?.StolenCores),
            new("cpu", _ => run.Environment.CpuModel),
            new("logical_cores", _ => run.Environment.LogicalCores),
            new("gpus", _ => gpus.Length > 0 ? gpus : null),
            new("os", _ => run.Environment.Os),
            new("onnxruntime_version", _ => run.Environment.OnnxRuntime),
        ];
    }

    private static IEnumerable<CsvColumn> Decoder(RunDocument run) =>
    [
        .. Distribution("ttft", cell => cell.Metrics?.TtftNs),
        .. Distribution("tpot", cell => cell.Metrics?.TpotNs),
        .. Distribution("itl", cell => cell.Metrics?.ItlNs),
        .. Distribution("e2e", cell => cell.Metrics?.E2eNs),
        .. Rate("prefill_tok_per_s", cell => cell.Metrics?.PrefillTokensPerSecond),
        .. Rate("decode_tok_per_s", cell => cell.Metrics?.DecodeTokensPerSecond),
        .. Rate("output_tok_per_s", cell => cell.Metrics?.OutputTokensPerSecond),
        .. Rate("per_user_tok_per_s", cell => cell.Metrics?.PerUserTokensPerSecond),
        .. Rate("usd_per_million_output_tokens", cell => ResultsFields.Cost(cell, run.Price)),
        new("decode_bytes_per_step", cell => cell.Efficiency?.DecodeBytesPerStep),
        .. Rate("mbu", cell => cell.Efficiency?.DecodeBandwidthUse),
        .. Rate("mbu_meanwhile", cell => cell.Efficiency?.DecodeBandwidthUseMeanwhile),
        new("memory_bytes_per_s_before", cell => cell.Measurement?.Memory?.BeforeBytesPerSecond),
        new("memory_bytes_per_s_after", cell => cell.Measurement?.Memory?.AfterBytesPerSecond),
        .. Rate("mfu_prefill", cell => cell.Efficiency?.PrefillComputeUse),
    ];

    private static IEnumerable<CsvColumn> OneShot(RunDocument run) =>
    [
        new("inputs", cell => cell.Measurement?.OneShot?.Inputs),
        new("inputs_from", cell => cell.Measurement?.OneShot?.Source switch { InputSource.TestData => "test-data", InputSource.MadeUp => "made-up", _ => null }),
        new("bound", cell => cell.Measurement?.OneShot?.Bound),
        .. Distribution("latency", cell => cell.Items?.LatencyNs),
        .. Rate("items_per_s", cell => cell.Items?.ItemsPerSecond),
        .. Rate("input_tok_per_s", cell => cell.Items?.InputTokensPerSecond),
        .. Rate("usd_per_million_items", cell => ResultsFields.ItemsCost(cell, run.Price)),
    ];

    /// <summary>The file, or what stands for one.</summary>
    private static string? QualityText(RunCell cell) => cell.Quality?.Text is not { } text ? null
        : text.File ?? string.Create(CultureInfo.InvariantCulture, $"sampled from the reference, seed {text.SampledFromReferenceSeed}");

    private static IEnumerable<CsvColumn> Distribution(string name, Func<RunCell, Distribution?> part) =>
    [
        new($"{name}_mean_ms", cell => part(cell)?.Mean.Value / NsPerMs),
        new($"{name}_mean_low95_ms", cell => part(cell)?.Mean.Low / NsPerMs),
        new($"{name}_mean_high95_ms", cell => part(cell)?.Mean.High / NsPerMs),
        new($"{name}_p50_ms", cell => part(cell)?.P50 / NsPerMs),
        new($"{name}_p50_low95_ms", cell => part(cell)?.P50Bounds?.Low / NsPerMs),
        new($"{name}_p50_high95_ms", cell => part(cell)?.P50Bounds?.High / NsPerMs),
        new($"{name}_p90_ms", cell => part(cell)?.P90 / NsPerMs),
        new($"{name}_p95_ms", cell => part(cell)?.P95 / NsPerMs),
        new($"{name}_p99_ms", cell => part(cell)?.P99 / NsPerMs),
    ];

    private static IEnumerable<CsvColumn> Pass(string name, Func<RunCell, PassTime?> part) =>
    [
        new($"{name}_host_to_device_ms", cell => part(cell)?.HostToDeviceNs / NsPerMs),
        new($"{name}_compute_ms", cell => part(cell)?.ComputeNs / NsPerMs),
        new($"{name}_device_to_host_ms", cell => part(cell)?.DeviceToHostNs / NsPerMs),
        new($"{name}_host_ms", cell => part(cell)?.HostNs / NsPerMs),
    ];

    private static IEnumerable<CsvColumn> Rate(string name, Func<RunCell, Estimate?> part) =>
    [
        new(name, cell => part(cell)?.Value),
        new($"{name}_low95", cell => part(cell)?.Low),
        new($"{name}_high95", cell => part(cell)?.High),
    ];

    private static string Word(string name) => name.ToLowerInvariant();
}
