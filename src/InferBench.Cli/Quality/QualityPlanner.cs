using InferBench.Cli.Preparation;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Models.Precision;

namespace InferBench.Cli.Quality;

/// <summary>Which models of a run are scored, and against what.</summary>
internal static class QualityPlanner
{
    /// <param name="plan">The plan as applied.</param>
    /// <param name="models">Makes or finds a reference that is not among the run's own models.</param>
    /// <param name="shards">The run's shards.</param>
    /// <param name="cancellation">Stops model building.</param>
    /// <returns>Empty where nothing is to be scored.</returns>
    /// <exception cref="BadInputException">A reference does not fit; found before anything is measured.</exception>
    public static IReadOnlyList<QualityTask> Plan(
        Plan plan, ModelPreparation models, IReadOnlyList<PreparedShard> shards, CancellationToken cancellation)
    {
        var settings = plan.Quality!;
        if (settings.Measure == QualitySettings.Off)
        {
            return [];
        }

        var tasks = new List<QualityTask>();
        foreach (var group in shards.GroupBy(shard => (shard.Model.Model.Provider, settings.Reference is null ? shard.Model.Model.Name : "")))
        {
            if (!IsWanted(settings, [.. group]))
            {
                continue;
            }

            var reference = settings.Reference is { } named ? Named(named, plan, models, group.Key.Provider, cancellation) : MostPrecise(group);
            tasks.AddRange(group.Select(shard => Task(plan, shard, reference)).OfType<QualityTask>());
        }

        return tasks;
    }

    /// <summary>Synthetic weights have no meaning to lose: they are scored only where somebody asks.</summary>
    private static bool IsWanted(QualitySettings settings, IReadOnlyList<PreparedShard> group) =>
        settings.Measure == QualitySettings.On || settings is { Text: not null } or { Reference: not null }
        || (group.Count > 1 && group.All(shard => !shard.Model.Model.Synthetic));

    private static PreparedModel Named(string named, Plan plan, ModelPreparation models, string provider, CancellationToken cancellation)
    {
        var request = new QualityRequest(named, null, plan.Quality!.Text, plan.Quality.MaxTokens, null, plan.Threads!.Value, provider);
        return QualityModels.Prepare(models, request, named, "quality reference", cancellation);
    }

    /// <summary>fp32 before 16 bits before integers; of equals the first in the plan.</summary>
    private static PreparedModel MostPrecise(IEnumerable<PreparedShard> group) => group.Select(shard => shard.Model).MinBy(model => Rank(model.Model.Precision))!;

    private static int Rank(string precision) =>
        precision == WeightPrecision.Fp32.Name ? 0
        : precision.StartsWith("fp16", StringComparison.Ordinal) || precision.StartsWith("bf16", StringComparison.Ordinal) ? 1
        : precision.StartsWith("int8", StringComparison.Ordinal) ? 2
        : 3;

    /// <returns>Null for a one-shot reference: it has no quality of its own.</returns>
    private static QualityTask? Task(Plan plan, PreparedShard shard, PreparedModel reference)
    {
        var model = shard.Model;
        var isReference = model.Path == reference.Path;
        if (isReference && !model.IsDecoder)
        {
            return null;
        }

        var settings = plan.Quality!;
        var request = new QualityRequest(
            model.Path,
            isReference ? null : reference.Path,
            model.IsDecoder ? settings.Text : null,
            model.IsDecoder ? settings.MaxTokens : null,
            null,
            plan.Threads!.Value,
            model.Model.Provider,
            plan.Inputs,
            plan.Dims);
        QualityRules.Require(request, model, isReference ? null : reference);
        return new QualityTask(shard.Key, model, isReference ? null : reference, request);
    }
}
