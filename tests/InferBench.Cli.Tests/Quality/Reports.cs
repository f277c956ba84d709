using InferBench.Cli.Quality;
using InferBench.Core.Quality;
using InferBench.Core.Statistics;

namespace InferBench.Cli.Tests.Quality;

/// <summary>Reports as the command makes them.</summary>
internal static class Reports
{
    public static QualityReport OfFile { get; } = new(
        QualityReport.CurrentSchemaVersion,
        Model("stories", "int4-rtn-b32-sym", new Estimate(1.9345, 1.7, 2.2)),
        Model("stories", "fp32", new Estimate(1.8495, 1.65, 2.1)),
        PerplexityChangePercent: new Estimate(4.6, 3.9, 5.3),
        KlMeanNats: 0.0181,
        KlP99Nats: 0.212,
        new Estimate(0.9718, 0.9612, 0.9796),
        IdenticalGreedyPrefix: 41,
        GreedyTokens: 64,
        GreedyPromptTokens: 32,
        new QualityText("text.txt", null, "tokenizer.json (BPE)", 287.5, 5, 5, 256, 1_275),
        null,
        "cpu",
        2,
        "1.29.0");

    public static QualityReport Sampled { get; } = OfFile with
    {
        Model = OfFile.Model with { Synthetic = true },
        KlP99Nats = null,
        Text = new QualityText(null, 42, null, null, 16, 0, 256, 200),
    };

    public static QualityReport Alone { get; } = OfFile with
    {
        Model = OfFile.Model with { Perplexity = new Estimate(31.415926, null, null) },
        Reference = null,
        PerplexityChangePercent = null,
        KlMeanNats = null,
        KlP99Nats = null,
        Top1Agreement = null,
        IdenticalGreedyPrefix = null,
        GreedyTokens = null,
        GreedyPromptTokens = null,
        Text = new QualityText("text.txt", null, "tokenizer.json (BPE)", 287.5, 1, 0, null, 1),
    };

    public static QualityReport OneShot { get; } = OfFile with
    {
        Model = OfFile.Model with { Perplexity = null },
        Reference = OfFile.Reference! with { Perplexity = null },
        PerplexityChangePercent = null,
        KlMeanNats = null,
        KlP99Nats = null,
        IdenticalGreedyPrefix = null,
        GreedyTokens = null,
        GreedyPromptTokens = null,
        Text = null,
        Outputs = new OutputSimilarity(16, FromTestData: false, 16, 0.99913, 0.98712, "logits"),
    };

    private static QualityModel Model(string name, string precision, Estimate perplexity) => new(name, precision, "model.onnx", "5ha", Synthetic: false, perplexity);
}
