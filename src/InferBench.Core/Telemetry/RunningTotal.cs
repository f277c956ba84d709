namespace InferBench.Core.Telemetry;

/// <summary>A running total read now and then, such as an energy counter; between two readings it is taken to grow evenly.</summary>
public sealed class RunningTotal
{
    private readonly List<(long TimeNs, double Total)> _points = [];

    /// <param name="times">Times of the readings, ascending.</param>
    /// <param name="totals">The readings; those that are null are left out.</param>
    public RunningTotal(IReadOnlyList<long> times, IReadOnlyList<double?> totals)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(totals.Count, times.Count);
        for (var i = 0; i < times.Count; i++)
        {
            if (totals[i] is { } total && (_points.Count == 0 || times[i] > _points[^1].TimeNs))
            {
                _points.Add((times[i], total));
            }
        }
    }

    /// <summary>What was added in a window; null where the readings do not reach over all of it, or go backwards in it.</summary>
    public double? Between(long fromNs, long toNs) => At(fromNs) is { } from && At(toNs) is { } to && to >= from ? to - from : null;

    private double? At(long timeNs)
    {
        if (_points.Count == 0 || timeNs < _points[0].TimeNs || timeNs > _points[^1].TimeNs)
        {
            return null;
        }

        var (low, high) = (0, _points.Count - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _points[middle].TimeNs <= timeNs ? (middle, high) : (low, middle);
        }

        var (first, second) = (_points[low], _points[high]);
        return second.TimeNs == first.TimeNs
            ? first.Total
            : first.Total + ((second.Total - first.Total) * (timeNs - first.TimeNs) / (second.TimeNs - first.TimeNs));
    }
}
