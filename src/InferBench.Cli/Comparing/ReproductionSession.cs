using InferBench.Cli.Preparation;
using InferBench.Cli.Running;
using InferBench.Cli.Terminal;
using InferBench.Core.Comparison;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Models.Synthetic;
using InferBench.Reporting.Comparison;

namespace InferBench.Cli.Comparing;

/// <summary>One use of <c>inferbench reproduce</c>: the published plan is measured again, and the two runs compared.</summary>
internal sealed class ReproductionSession(Screen screen, RunSession session)
{
    /// <param name="published">The published run.</param>
    /// <param name="part">What of it to measure again.</param>
    /// <param name="choices">How; whether the run document is printed is not asked here.</param>
    /// <param name="json">Whether the comparison is printed as JSON.</param>
    /// <param name="cancellation">Stops the run; what is measured is kept.</param>
    public async Task<int> RunAsync(RunDocument published, Plan part, RunChoices choices, bool json, CancellationToken cancellation)
    {
        var plan = ReproducedPlan.Of(published, part);
        PublishedModels.RequireHere(published, plan.Models!, LlamaShapes.All.ContainsKey);
        var code = await session.StartAsync(
            plan, published.RunId, choices, cancellation, run => PublishedModels.RequireSame(published, run.Shards.Select(shard => shard.Model.Model))).ConfigureAwait(false);
        if (choices.DryRun || session.Folder is not { } folder || code == ExitCodes.Interrupted)
        {
            return code;
        }

        // Cells that were not measured again on purpose are no finding.
        var own = RunDocumentReader.Read(folder.Path);
        var cells = own.Cells.Select(cell => cell.Cell with { Launch = 1 }).ToHashSet();
        var asked = published with { Cells = [.. published.Cells.Where(cell => cells.Contains(cell.Cell with { Launch = 1 }))] };
        var comparison = RunComparer.Compare([asked, own], new ComparisonSettings());
        screen.Line();
        ComparisonView.Show(comparison, json);
        screen.Line();
        screen.Line(ComparisonWords.Agrees(comparison.Pairs[0]));
        return comparison.Pairs[0].Agreement == Agreement.Differs ? ExitCodes.Failed : code;
    }
}
