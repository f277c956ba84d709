using InferBench.Cli.Projection;
using InferBench.Cli.Terminal;
using InferBench.Core.Plans;
using InferBench.Economics.Projection;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Projection;

public sealed class ProjectionTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_CheckedProjection_IsItsSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);
        using var output = new StringWriter();

        ProjectionText.Show(Screen.On(output, redirected: true), Report());

        Snapshot.Matches(output.ToString(), "project.txt");
    }

    private static ProjectionReport Report()
    {
        var (four, fp32) = (new Cell("m", "int4-rtn-b32-sym", "cpu", 4, 128, 64, 2), new Cell("m", "fp32", "cpu", 1, 128, 64, 2));
        ProjectedCell[] cells =
        [
            new(fp32, 125e6, 256e6, 0.8, 1, null, 1_250e6, null, null, null, null, Suspect: true),
            new(four, 20e6, 400e6, 0.615, 1, 0.5, 2.5e6, false, 40e6, 1_290.1, true, Suspect: false),
        ];
        return new ProjectionReport(
            "projected",
            "here",
            "there",
            1e12,
            ["memory bandwidth 1,000 GB/s (high: somebody, 2026)"],
            [new("int4-rtn-b32-sym", 46.2)],
            cells,
            [new(four with { Batch = 8 }, "suspect: drift of 12 %")],
            "measured-there",
            [new(four, cells[1], 2e6, 50e6, Suspect: false)],
            ProjectionError.Of([0.25]),
            ProjectionError.Of([]),
            ["a model fp8, an engine: 2,209 tok/s/GPU (somebody, 2026)"],
            ["PROJECTED, not measured"],
            "1");
    }
}
