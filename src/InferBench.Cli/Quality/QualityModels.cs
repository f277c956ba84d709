using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Core.Plans;

namespace InferBench.Cli.Quality;

/// <summary>Finds or builds the models that a request names.</summary>
internal static class QualityModels
{
    /// <exception cref="BadInputException">There is no such model, or it is no decoder.</exception>
    public static PreparedModel Prepare(ModelPreparation models, QualityRequest request, string named, string option, CancellationToken cancellation)
    {
        var synthetic = SyntheticName.Parse(named);
        var asked = new Plan
        {
            Models = [synthetic?.Name ?? named],
            Precisions = synthetic is null ? null : [synthetic.Precision],
            Providers = [request.Provider],
            Threads = request.Threads,

            // A plan's defaults are a benchmark's, and need not fit a short context.
            Prompts = [1],
            Generated = [1],
        };
        var plan = PlanRules.Apply(asked, option);
        ModelCheck.RequireBuildable(plan, option);
        return models.Prepare(plan, option, cancellation).Single();
    }
}
