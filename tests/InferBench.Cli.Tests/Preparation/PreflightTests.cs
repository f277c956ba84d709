using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Preparation;

public sealed class PreflightTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_SeveralShards_IsTheSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);

        var text = Show(Prepared.Run(
            Prepared.Shard("llama-110m", 438_000_000, 73_728, 1, 2, 4, 8), Prepared.Shard("llama-tiny", 460_000, null, 1), Prepared.Shard("llama-8b", 32_100_000_000, 524_288, 1)));

        Snapshot.Matches(text, "preflight.txt");
    }

    [Fact]
    public void Show_ModelThatAProviderCannotRun_SaysThatItIsLeftOut() => Assert.Contains(
        "  m bf16 cpu: left out, ONNX Runtime's CPU provider has no bf16 operators\n",
        Show(Prepared.Run(Prepared.Shard("m", 1, null, 1)) with { LeftOut = ["m bf16 cpu"] }).ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    [Fact]
    public void Show_OneCell_IsNotCalledCells() => Assert.StartsWith("1 cell, ", Show(Prepared.Run(Prepared.Shard("m", 1, null, 1))), StringComparison.Ordinal);

    private static string Show(PreparedRun run)
    {
        using var output = new StringWriter();
        Preflight.Show(Screen.On(output, redirected: true), run, Prepared.Machine, Prepared.Price);
        return output.ToString();
    }
}
