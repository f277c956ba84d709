using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;

namespace InferBench.Cli.Preparation;

/// <summary>What a plan may ask of decoders only, or of one-shot models only.</summary>
internal static class OneShotRules
{
    /// <exception cref="BadInputException">The plan asks for inputs or dimensions of a decoder, or for generation where nothing generates; one line for each.</exception>
    public static void RequireApplicable(Plan asked, IReadOnlyList<PreparedModel> models, string source)
    {
        if (asked is { Inputs.Count: > 0 } or { Dims.Count: > 0 } && models.FirstOrDefault(model => model.IsDecoder) is { } decoder)
        {
            throw new BadInputException($"{source}: inputs and dims are for one-shot models; '{decoder.Model.Name}' is a decoder, which --prompt and --gen are for");
        }

        if (models.Any(model => model.IsDecoder))
        {
            return;
        }

        List<string> problems =
        [
            .. Check(asked.Generated is null, "gen"),
            .. Check(asked.PromptIds is null, "promptIds"),
            .. Check(asked.PromptText is null, "promptText"),
            .. Check(asked.Layout is null, "layout"),
        ];
        Throw(problems.Select(field => $"{source}: {field} is for decoders, and no model of the plan is one; leave it out"));
    }

    /// <exception cref="BadInputException">Lengths are asked for where no model has a sequence of open length, or are longer than a model's context.</exception>
    public static void RequireUsed(Plan asked, IReadOnlyList<PreparedShard> shards, string source)
    {
        if (asked.Prompts is not null && shards.All(shard => shard.OneShot is { TakesPrompts: false }))
        {
            throw new BadInputException($"{source}: prompt is a decoder's prompt or an encoder's sequence length, and no model of the plan has one of open length; leave it out");
        }

        Throw(
            from shard in shards
            where shard.OneShot is not null
            from length in shard.Cells.Select(cell => cell.Cell.PromptTokens).Distinct()
            where length > shard.Model.Model.ContextLength
            select string.Create(CultureInfo.InvariantCulture, $"{source}: prompt {length}: {shard.Model.Model.Name} has a context of {shard.Model.Model.ContextLength}"));
    }

    /// <summary>The plan without what none of its models uses.</summary>
    public static Plan Applied(Plan plan, IReadOnlyList<PreparedShard> shards) => shards.Any(shard => shard.OneShot is null) ? plan : plan with
    {
        Generated = null,
        Layout = null,
        Prompts = shards.Any(shard => shard.OneShot is { TakesPrompts: true }) ? plan.Prompts : null,
    };

    private static IEnumerable<string> Check(bool holds, string field) => holds ? [] : [field];

    private static void Throw(IEnumerable<string> problems)
    {
        if (problems.ToList() is { Count: > 0 } found)
        {
            throw BadInputException.Of(found);
        }
    }
}
