using InferBench.Cli.Loads;
using InferBench.Core.Errors;
using InferBench.Economics.Sizing;

namespace InferBench.Cli.Sizing;

/// <summary>Latency limits as they are typed: <c>ttft&lt;2s,tpot&lt;50ms</c>.</summary>
internal static class ServiceLevelText
{
    private const string Option = "--slo";
    private const string Form = "write limits such as ttft<2s,tpot<50ms";

    /// <param name="text">The limits; null for none.</param>
    /// <param name="percentile">Which percentile is held to them; null for the mean.</param>
    /// <exception cref="BadInputException">They are not such limits; one line.</exception>
    public static ServiceLevel Parse(string? text, int? percentile)
    {
        long? ttft = null, tpot = null;
        foreach (var part in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (part.Split('<', StringSplitOptions.TrimEntries) is not [var name, var time])
            {
                throw new BadInputException($"{Option}: '{part}' is no limit; {Form}");
            }

            var limit = DurationText.ParseNs($"{Option} {name}", time);
            ref var field = ref (name == "ttft" ? ref ttft : ref tpot);
            if (name is not ("ttft" or "tpot"))
            {
                throw new BadInputException($"{Option}: '{name}' cannot be limited; {Form}");
            }

            if (field is not null)
            {
                throw new BadInputException($"{Option}: {name} is limited twice");
            }

            field = limit > 0 ? limit : throw new BadInputException($"{Option}: {name} must be above zero");
        }

        return new ServiceLevel(ttft, tpot, percentile);
    }
}
