using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Economics.Costs;

/// <summary>How busy machines are: a share that somebody gave, or demand, which keeps a faster machine less busy.</summary>
public sealed class UtilizationSource
{
    private readonly Func<CellTimes, Utilization> _of;

    private UtilizationSource(Func<CellTimes, Utilization> of, double? inputPerOutput, bool assumed)
    {
        _of = of;
        InputPerOutput = inputPerOutput;
        IsAssumed = assumed;
    }

    /// <summary>Nobody said: a machine that never waits, whose cost per token is the lowest that there can be.</summary>
    public static UtilizationSource Full { get; } = new(_ => new(1, 1, "assumed, always busy: at utilization U every cost is this one divided by U"), null, assumed: true);

    /// <summary>Input tokens of each output token, as the demand has them; null where there is no demand.</summary>
    public double? InputPerOutput { get; }

    public bool IsAssumed { get; }

    /// <exception cref="BadInputException">It is not above 0 and at most 1; the line begins with <paramref name="field"/>.</exception>
    public static UtilizationSource Constant(double share, string field) => share is > 0 and <= 1
        ? new(_ => new(share, 1, $"given with {field}"), null, assumed: false)
        : throw new BadInputException(string.Create(
            CultureInfo.InvariantCulture,
            $"{field}: {share} is not above 0 and at most 1, such as 0.4 for 40 %{(share == 0 ? "; an idle machine makes no token that could carry its bill" : "")}"));

    /// <summary>
    /// Demand in tokens: its prompts take the cell's time for each input token, its answers that for each output token. More than one machine can do
    /// is spread over as many as it takes.
    /// </summary>
    /// <param name="inputTokensPerSecond">Mean over the whole time, above zero.</param>
    /// <param name="outputTokensPerSecond">Mean over the whole time, above zero.</param>
    /// <param name="origin">What was read.</param>
    public static UtilizationSource Demand(double inputTokensPerSecond, double outputTokensPerSecond, string origin)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputTokensPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputTokensPerSecond);
        return new(
            times =>
            {
                var load = (inputTokensPerSecond * times.SecondsPerInputToken.Value) + (outputTokensPerSecond * times.SecondsPerOutputToken.Value);
                var machines = Math.Max(1, (int)Math.Min(int.MaxValue, Math.Ceiling(load)));
                return new(load / machines, machines, origin);
            },
            inputTokensPerSecond / outputTokensPerSecond,
            assumed: false);
    }

    public Utilization Of(CellTimes times) => _of(times);
}
