namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>Command lines of runs that take moments.</summary>
internal static class Sweep
{
    /// <summary>Generated tokens of a cell whose single operation takes many seconds on any machine.</summary>
    public const int EndlessTokens = 4_000;

    /// <summary>Generated tokens of a cell that takes a second or more, and ends.</summary>
    public const int LongTokens = 250;

    private static readonly string[] Quick = ["--seconds", "0.2", "--max-ops", "10", "--min-ops", "3"];

    /// <summary>One cell of moments.</summary>
    public static string[] Tiny(params string[] more) =>
        ["run", "--model", "llama-tiny", "--precision", "fp32", "--batch", "1", "--prompt", "8", "--gen", "8", .. Quick, .. more];

    /// <summary>A model file in place of a synthetic one.</summary>
    public static string[] Of(string model, params string[] more) => ["run", "--model", model, "--batch", "1", "--prompt", "8", "--gen", "8", .. Quick, .. more];

    /// <summary>Cells with these generated lengths, in this order, of a batch that takes a while.</summary>
    public static string[] Heavy(string generated, params string[] more) =>
    [
        "run", "--model", "llama-tiny", "--context", "4096", "--layout", "genai", "--precision", "fp32", "--batch", "64", "--prompt", "8", "--gen", generated,
        "--seconds", "0.2", "--max-ops", "10", "--min-ops", "10", .. more,
    ];
}
