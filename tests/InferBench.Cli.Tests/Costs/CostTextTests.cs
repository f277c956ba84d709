using System.Runtime.CompilerServices;
using InferBench.Cli.Costs;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Costs;
using InferBench.Economics.Machines;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Costs;

public sealed class CostTextTests
{
    private static readonly string[] Against = ["deepinfra/Meta-Llama-3.1-8B-Instruct-Turbo", "anthropic/claude-sonnet-5.5", "groq/llama-3.3-70b-versatile"];

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Lines_PublishedRun_IsItsSnapshot(string culture)
    {
        using var scope = new CultureScope(culture);
        var run = Published();
        var question = new CostQuestion
        {
            Machine = CloudMachines.OfRun(run.Price),
            AsOf = new(2026, 11, 20),
            Utilization = UtilizationSource.Constant(0.4, "--utilization"),
            CacheHit = 0.3,
            MaxTtftNs = 400e6,
            RequestsPerTask = 5,
            Against = Against,
        };

        Snapshot.Matches(Text(run, question), "cost.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Lines_OwnedMachineAndTargetsThatNothingMeets_IsItsSnapshot(string culture)
    {
        using var scope = new CultureScope(culture);
        var question = new CostQuestion
        {
            Machine = OwnedMachineReader.Read("price=2000,residual=0.3,months=36,kw=0.25,idle-kw=0.1,kwh=0.1872,maintenance=0.03", "--own"),
            AsOf = new(2026, 11, 20),
            Utilization = UtilizationSource.Constant(0.25, "--utilization"),
            InputPerOutput = 3,
            MinTokensPerSecond = 500,
            Against = Against,
        };

        Snapshot.Matches(Text(Published(), question), "cost-owned.txt");
    }

    private static string Text(RunDocument run, CostQuestion question)
    {
        var report = CostAnalysis.Of(run, question, PriceCatalog.BuiltIn);
        return string.Join('\n', CostText.Lines(run, report)).Replace(report.CatalogVersion, "VERSION", StringComparison.Ordinal) + "\n";
    }

    private static RunDocument Published([CallerFilePath] string here = "") =>
        RunDocumentReader.Read(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "results", "20261120-131919-llama-110m"));
}
