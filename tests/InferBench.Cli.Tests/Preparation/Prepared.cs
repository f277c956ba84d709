using InferBench.Cli.Preparation;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Cli.Tests.Preparation;

/// <summary>Made-up prepared runs: nothing is built or loaded.</summary>
internal static class Prepared
{
    public static readonly RunEnvironment Machine = new(
        "Debian GNU/Linux 12", "x64", "Example CPU 9000", 2, [], 33_554_432, 25_000_000_000, ".NET 10.0.0", "1.29.0", null, []);

    public static readonly HourlyPrice Price = new(0.192, "Example Cloud's price page", new DateOnly(2026, 11, 20), Assumed: false);

    public static PreparedRun Run(params PreparedShard[] shards) => new(PlanRules.Apply(new Plan { Threads = 2 }, "plan"), shards, []);

    /// <param name="name">The model.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="cacheBytesPerToken">KV cache of a token; null where the graph does not say.</param>
    /// <param name="batches">One cell for each.</param>
    public static PreparedShard Shard(string name, long bytes, long? cacheBytesPerToken, params int[] batches) => new(
        new PreparedModel(
            new RunModel(name, "fp32", "cpu", "model.onnx", "00", bytes, bytes / 4, bytes, "genai", 1024, Synthetic: true),
            "model.onnx",
            cacheBytesPerToken is { } cache ? new ModelShape(cache, Vocabulary: 1000, VocabularyBytes: 4000, LastLogitsOnly: false, KvBytesPerToken: cache) : null,
            IsDecoder: true),
        [.. batches.Select(batch => new PlannedCell($"{name}{batch}", new Cell(name, "fp32", "cpu", batch, 128, 64, 2)))]);
}
