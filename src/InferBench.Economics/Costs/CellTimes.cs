using InferBench.Core.Runs;
using InferBench.Core.Statistics;

namespace InferBench.Economics.Costs;

/// <summary>
/// Where the measured time of one decoder cell went, and what came out of it: the raw material of every figure in dollars. Seconds up to the first token
/// (TTFT) are taken for the input's, seconds from there to the end for the output's; the two are the whole of the measured time.
/// </summary>
/// <remarks>
/// Every cost is a ratio of two totals over the same operations, dollars being seconds times a constant. So its interval is that of the ratio estimator
/// (<see cref="Interval.OfRatio"/>), which takes the covariance of numerator and denominator into account as a joint bootstrap over operations would, needs no
/// seed, and is the very interval that the run states for its rates. Of a cell that was launched several times each launch is one value, weighed by one
/// million output tokens, so that the interval is the one from run to run.
/// </remarks>
public sealed class CellTimes
{
    private readonly IReadOnlyList<Row> _rows;

    private CellTimes(IReadOnlyList<Row> rows) => _rows = rows;

    /// <param name="launches">Cells that differ in their launch only, decoders with raw samples.</param>
    /// <returns>Null where a launch has no samples or generated nothing.</returns>
    public static CellTimes? Of(IReadOnlyList<RunCell> launches)
    {
        if (launches.Count == 0 || launches.Any(cell => cell.Cell.IsOneShot || cell.Measurement is not { Samples.Count: > 0 }))
        {
            return null;
        }

        var each = launches.Select(cell => Operations(cell).ToList()).ToList();
        return each.Count == 1 ? new(each[0]) : new([.. each.Select(rows => Sum(rows).For(outputTokens: 1e6))]);
    }

    /// <summary>Input tokens of each output token, as measured.</summary>
    public double InputPerOutput => _rows.Sum(row => row.InputTokens) / _rows.Sum(row => row.OutputTokens);

    /// <summary>Output tokens of each request, as measured.</summary>
    public double OutputPerRequest => _rows.Sum(row => row.OutputTokens) / _rows.Sum(row => row.Requests);

    /// <summary>Share of the measured time up to the first token.</summary>
    public double InputShare => _rows.Sum(row => row.InputSeconds) / _rows.Sum(row => row.InputSeconds + row.OutputSeconds);

    /// <summary>Seconds of the machine for each input token.</summary>
    public Estimate SecondsPerInputToken => Ratio(row => row.InputSeconds, row => row.InputTokens);

    /// <summary>Seconds of the machine for each output token, its input's left out.</summary>
    public Estimate SecondsPerOutputToken => Ratio(row => row.OutputSeconds, row => row.OutputTokens);

    /// <summary>Seconds of the machine for each token of either kind.</summary>
    public Estimate SecondsPerToken => Ratio(row => row.InputSeconds + row.OutputSeconds, row => row.InputTokens + row.OutputTokens);

    /// <summary>Seconds of the machine for each request.</summary>
    public Estimate SecondsPerRequest => Ratio(row => row.InputSeconds + row.OutputSeconds, row => row.Requests);

    /// <summary>
    /// Seconds of the machine for an output token together with the input that comes with it. At the measured ratio that is 1 / output tok/s; at another one
    /// the input's time is taken in proportion to its length, and the output's as it is.
    /// </summary>
    /// <param name="inputPerOutput">Input tokens of each output token, zero or more; null for the measured ratio.</param>
    public Estimate SecondsPerOutputTokenWithInput(double? inputPerOutput = null)
    {
        var scale = (inputPerOutput ?? InputPerOutput) / InputPerOutput;
        return Ratio(row => (row.InputSeconds * scale) + row.OutputSeconds, row => row.OutputTokens);
    }

    private Estimate Ratio(Func<Row, double> seconds, Func<Row, double> units) =>
        Interval.OfRatio([.. _rows.Select(seconds)], [.. _rows.Select(units)]);

    private static IEnumerable<Row> Operations(RunCell cell) => cell.Measurement!.Samples.Select(sample => new Row(
        sample.TimeToFirstTokenNs / 1e9,
        (sample.EndToEndNs - sample.TimeToFirstTokenNs) / 1e9,
        (double)cell.Cell.Batch * cell.Cell.PromptTokens!.Value,
        (double)cell.Cell.Batch * sample.Generated,
        cell.Cell.Batch));

    private static Row Sum(IReadOnlyList<Row> rows) => rows.Aggregate((one, other) => new(
        one.InputSeconds + other.InputSeconds,
        one.OutputSeconds + other.OutputSeconds,
        one.InputTokens + other.InputTokens,
        one.OutputTokens + other.OutputTokens,
        one.Requests + other.Requests));

    private sealed record Row(double InputSeconds, double OutputSeconds, double InputTokens, double OutputTokens, double Requests)
    {
        public Row For(double outputTokens)
        {
            var factor = outputTokens / OutputTokens;
            return new(InputSeconds * factor, OutputSeconds * factor, InputTokens * factor, OutputTokens * factor, Requests * factor);
        }
    }
}
