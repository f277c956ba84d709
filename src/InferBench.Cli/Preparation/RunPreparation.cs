using InferBench.Cli.Quality;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;

namespace InferBench.Cli.Preparation;

/// <summary>From a plan to shards: everything that can be wrong is found here, before anything is measured.</summary>
internal static class RunPreparation
{
    /// <param name="asked">The plan as asked.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <param name="models">Makes or finds the plan's models.</param>
    /// <param name="cancellation">Stops model building.</param>
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static PreparedRun Prepare(Plan asked, string source, ModelPreparation models, CancellationToken cancellation)
    {
        var plan = PlanRules.Apply(asked, source);
        ProviderOptions.Require(plan.ProviderOptions, plan.Providers!, source);
        foreach (var provider in plan.Providers!)
        {
            ExecutionProviders.RequireKnown(provider);
            if (ProviderProbe.Probe(provider, plan.ProviderOptions).Problem is { } problem)
            {
                throw new BadInputException(problem);
            }
        }

        ModelCheck.RequireBuildable(plan, source);
        var text = PromptTextFile.Read(plan);
        var prepared = models.Prepare(plan, source, cancellation).DistinctBy(model => (model.Path, model.Model.Provider)).ToList();
        prepared = [.. prepared.Select(model => model.IsDecoder && text is not null ? text.WithDensity(model, plan, source) : model)];
        ModelCheck.RequireDistinctNames(prepared, source);
        TensorRtRules.RequireLengths(plan, prepared, source);
        ModelCheck.RequireKnownIds(plan, prepared.Select(model => (model.Model.Name, model.Shape?.Vocabulary)), source);
        OneShotRules.RequireApplicable(asked, prepared, source);
        var shards = prepared.Select(model => model.IsDecoder ? new PreparedShard(model, Cells(plan, model, text)) : OneShot(plan, model, source)).ToList();
        OneShotRules.RequireUsed(asked, shards, source);
        ModelCheck.RequireContext(plan, prepared.Where(model => model.IsDecoder).Select(model => (model.Model.Name, model.Model.ContextLength)), source);
        var quality = QualityPlanner.Plan(plan, models, shards, cancellation);

        // Launch by launch, not shard by shard: what changes on the machine over time then falls on every shard alike.
        shards = [.. Enumerable.Range(1, plan.Launches!.Value).SelectMany(launch => shards.Select(shard => shard.OfLaunch(launch)))];
        return new PreparedRun(
            OneShotRules.Applied(plan, shards) with { Precisions = [.. prepared.Select(model => model.Model.Precision).Distinct()] }, shards, quality)
        {
            LeftOut = [.. SyntheticSpecs.LeftOut(plan, source).Distinct()],
        };
    }

    private static PreparedShard OneShot(Plan plan, PreparedModel model, string source)
    {
        var sweep = OneShotSweep.Of(plan, model, source);
        return new PreparedShard(model, sweep.Cells(plan, model)) { OneShot = sweep };
    }

    /// <summary>Smallest batch first: running out of memory then costs least.</summary>
    private static List<PlannedCell> Cells(Plan plan, PreparedModel model, PromptTextFile? text) =>
    [
        .. from batch in plan.Batches!.Order()
           from prompt in plan.Prompts!
           from generated in plan.Generated!
           let cell = new Cell(model.Model.Name, model.Model.Precision, model.Model.Provider, batch, prompt, generated, plan.Threads!.Value)
           select new PlannedCell(CellKey.Of(cell, model.Model.Sha256, InferenceOrt.Version, plan.Seed!.Value, plan.PromptIds, text?.Sha256), cell),
    ];
}
