using InferBench.Cli.Ceilings;
using InferBench.Core.Ceilings;
using InferBench.Core.Runs;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Ceilings;

public sealed class CeilingsTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Lines_MeasuredAndMissing_AreTheSnapshot(string culture)
    {
        using var scope = new CultureScope(culture);
        var ceilings = new MachineCeilings(
            "cpu",
            2,
            [
                new Ceiling(CeilingKind.MemoryRead, null, "reads in vectors on 2 threads", 41.25e9, 40.5e9, 0.023, [41.25e9, 40.5e9, 40.3e9], 12, 268_435_456, null),
                new Ceiling(CeilingKind.MatMul, "int8", "MatMulInteger of 1024 x 1024 by 1024 x 1024", 725e9, 700e9, 0.1, [725e9, 700e9], 8, 1 << 20, 2e9),
            ],
            [new MissingCeiling(CeilingKind.MatMul, "fp16", "no such kernel")],
            new CpuContention(2, 0.25, 0, 2),
            7_500_000_000);

        Snapshot.Matches(string.Join('\n', CeilingsText.Lines(ceilings)) + "\n", "ceilings.txt");
    }
}
