using System.Globalization;
using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Core.Loads;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Samples;
using InferBench.Core.Scenarios;
using InferBench.Models.Synthetic;

namespace InferBench.Cli.Loads;

/// <summary>What may be asked of a scenario, and what holds where nothing is asked.</summary>
internal static class LoadRules
{
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const long DefaultDurationMs = 10_000;

    /// <summary>At this rate ten seconds hold the 662 queries that P99 needs with one of them over its limit.</summary>
    private const double DefaultQps = 70;
    private const int DefaultMaxBatch = 8;
    private const long DefaultMaxWaitNs = 5_000_000;
    private const long DefaultTtftNs = 2_000_000_000;
    private const long DefaultTpotNs = 50_000_000;

    /// <summary>Prompts that the queries ask for.</summary>
    private const int Prompts = 256;

    /// <summary>Every query is kept with its times, and a file of them has to be read again.</summary>
    private const double MostQueries = 1_000_000;

    /// <summary>Each batch size is warmed up, and the scenario itself is short.</summary>
    private const double MaxWarmupSeconds = 0.5;

    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void RequireSound(LoadAsked asked)
    {
        var server = asked.Scenario == LoadScenario.Server;
        var name = asked.Scenario;
        List<string> problems =
        [
            .. OnlyFor(asked.Qps, "--qps", server || name == LoadScenario.Offline, "Server and Offline"),
            .. OnlyFor(asked.TargetLatencyNs, "--target-latency", server, "Server"),
            .. OnlyFor(asked.TtftNs, "--ttft", server, "Server"),
            .. OnlyFor(asked.TpotNs, "--tpot", server, "Server"),
            .. OnlyFor(asked.MaxWaitNs, "--max-wait", server, "Server"),
            .. OnlyFor(asked.Search ? true : (bool?)null, "--search", server, "Server"),
            .. OnlyFor(asked.Percentile, "--percentile", name != LoadScenario.Offline, "SingleStream, MultiStream and Server"),
            .. OnlyFor(asked.MaxBatch, "--max-batch", name != LoadScenario.SingleStream, "MultiStream, Server and Offline"),
            .. OnlyFor(asked.SamplesPerQuery, "--samples-per-query", name == LoadScenario.MultiStream, "MultiStream"),
            .. Within("--qps", asked.Qps, 0.001, 1_000_000),
            .. Within("--percentile", asked.Percentile, 1, 99.99),
            .. Within("--min-queries", asked.MinQueries, 1, MostQueries),
            .. Within("--max-batch", asked.MaxBatch, 1, 4096),
            .. Within("--samples-per-query", asked.SamplesPerQuery, 1, 4096),
            .. Check(asked.MinDurationNs is not < NanosecondsPerMillisecond, "--min-duration: at least 1ms"),
            .. Check(asked.TargetLatencyNs is not 0 && asked.TtftNs is not 0 && asked.TpotNs is not 0, "a latency limit of 0 cannot be kept"),
            .. Check(asked.TargetLatencyNs is null || (asked.TtftNs is null && asked.TpotNs is null), "--target-latency and --ttft or --tpot exclude each other: they are limits of the same queries"),
            .. Check(asked.TpotNs is null || asked.Plan.Generated is not [1], "--tpot is the time of each token after the first; give --gen 2 or more"),
            .. Check(asked.Plan.Providers is null or [_], "--provider: a scenario is run on one"),
            .. Check(!server || (asked.Qps ?? DefaultQps) * (asked.MinDurationNs / 1e9 ?? DefaultDurationMs / 1e3) <= MostQueries, string.Create(CultureInfo.InvariantCulture, $"--qps and --min-duration together make more than {MostQueries:0} queries")),
        ];
        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    /// <summary>The plan of one shard: a cell for each batch size.</summary>
    public static Plan Plan(LoadAsked asked) => asked.Plan with
    {
        Precisions = asked.Plan.Precisions ?? (asked.Plan.Models!.Any(LlamaShapes.All.ContainsKey) ? ["fp32"] : null),
        Batches = BatchSizes.UpTo(MaxBatch(asked)),
        Launches = 1,
        Measure = MeasureSettings.Defaults with { MaxWarmupSeconds = MaxWarmupSeconds },
        Quality = new QualitySettings { Measure = QualitySettings.Off },
    };

    /// <exception cref="BadInputException">Limits of tokens are asked of a model that generates none, or only one.</exception>
    public static ScenarioSettings Settings(LoadAsked asked, PreparedShard shard)
    {
        var tokens = shard.Cells[0].Cell.GeneratedTokens;
        var limits = asked.TtftNs is not null || asked.TpotNs is not null;
        if (limits && (tokens is null or 1))
        {
            throw new BadInputException($"--ttft and --tpot: {shard.Model.Model.Name} generates no tokens after a first; use --target-latency");
        }

        var defaults = ScenarioSettings.For(asked.Scenario);
        return defaults with
        {
            Percentile = asked.Percentile / 100 ?? defaults.Percentile,
            MinDurationMs = asked.MinDurationNs / NanosecondsPerMillisecond ?? DefaultDurationMs,
            MinQueryCount = asked.MinQueries ?? defaults.MinQueryCount,
            TargetQps = asked.Qps ?? DefaultQps,
            TargetLatencyNs = asked.TargetLatencyNs ?? defaults.TargetLatencyNs,
            UseTokenLatencies = asked.Scenario == LoadScenario.Server && asked.TargetLatencyNs is null && tokens > 1,
            TtftLimitNs = asked.TtftNs ?? DefaultTtftNs,
            TpotLimitNs = asked.TpotNs ?? DefaultTpotNs,
            SamplesPerQuery = asked.SamplesPerQuery ?? defaults.SamplesPerQuery,
            ScheduleSeed = asked.Seed ?? 0,
            QslSeed = asked.Seed ?? 0,
            SampleIndexSeed = asked.Seed ?? 0,
            DatasetSamples = tokens is null || asked.Plan.PromptIds is not null ? 1 : Prompts,
        };
    }

    public static LoadRequest Request(LoadAsked asked, PreparedRun prepared, ScenarioSettings settings, string rows) => new(
        prepared.Request(prepared.Shards[0], rows),
        settings,
        asked.Qps is not null,
        MaxBatch(asked),
        asked.MaxWaitNs ?? (asked.Scenario == LoadScenario.Server ? DefaultMaxWaitNs : 0),
        asked.Search);

    private static int MaxBatch(LoadAsked asked) => asked.Scenario == LoadScenario.SingleStream ? 1 : asked.MaxBatch ?? DefaultMaxBatch;

    private static IEnumerable<string> OnlyFor(object? value, string option, bool applies, string scenarios) =>
        Check(value is null || applies, $"{option} is for {scenarios}; leave it out");

    private static IEnumerable<string> Within(string option, double? value, double least, double most) =>
        Check(value is null || (value >= least && value <= most), string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it must be from {least} to {most:0.####}"));

    private static IEnumerable<string> Check(bool holds, string problem) => holds ? [] : [problem];
}
