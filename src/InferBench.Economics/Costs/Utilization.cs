using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Economics.Costs;

/// <summary>Share of the time in which a machine works, and who says so.</summary>
/// <param name="Share">Above 0 and at most 1; at 0 nothing is made, so that a token has no cost.</param>
/// <param name="Origin">Where it comes from, in a few words.</param>
public sealed record Utilization(double Share, string Origin)
{
    /// <summary>Without a word about demand: a machine that never waits. Its cost per token is the lowest that there can be.</summary>
    public static Utilization Full { get; } = new(1, "assumed: no demand was given, and at less than full load every cost is this one divided by the load");

    /// <param name="share">As given.</param>
    /// <param name="field">What messages call it.</param>
    /// <exception cref="BadInputException">It is not above 0 and at most 1.</exception>
    public static Utilization Given(double share, string field) => share is > 0 and <= 1
        ? new(share, $"given with {field}")
        : throw new BadInputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{field}: {share} is no utilization that gives a cost per token; it has to be above 0 and at most 1, such as 0.4 for 40 %{(share == 0 ? " (an idle machine makes no token that could carry its bill)" : "")}"));
}
