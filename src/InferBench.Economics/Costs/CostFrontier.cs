namespace InferBench.Economics.Costs;

/// <summary>
/// The best that was measured. Suspect points never win, and nothing is interpolated or extrapolated:
/// every answer is a cell that ran. Curves of different units are refused: a token is no item.
/// </summary>
public static class CostFrontier
{
    /// <returns>The valid point with the lowest cost, the faster one of equals; null where no point is valid.</returns>
    public static CostPoint? Cheapest(IEnumerable<CostCurve> curves) => Best(Valid(curves));

    /// <returns>The valid point with the lowest cost whose per-user speed is at least the given one; null where none is that fast.</returns>
    public static CostPoint? CheapestAt(IEnumerable<CostCurve> curves, double perUserTokensPerSecond) =>
        Best(Valid(curves).Where(point => point.PerUserTokensPerSecond?.Value >= perUserTokensPerSecond));

    /// <summary>
    /// The Pareto frontier of cost against per-user speed: the points that no other valid point beats in one without losing in the other.
    /// Speed and cost say nothing about quality, so models of different quality are better given one at a time.
    /// </summary>
    /// <returns>In order of rising speed, which is also the order of rising cost.</returns>
    public static IReadOnlyList<CostPoint> Pareto(IEnumerable<CostCurve> curves) => Pareto(curves, point => point.PerUserTokensPerSecond?.Value);

    /// <summary>The same against any other measure of speed.</summary>
    /// <param name="curves">Of one unit.</param>
    /// <param name="speed">Higher is better; null where a point has none.</param>
    public static IReadOnlyList<CostPoint> Pareto(IEnumerable<CostCurve> curves, Func<CostPoint, double?> speed)
    {
        var fastestFirst = Valid(curves)
            .Where(point => speed(point) is not null)
            .OrderByDescending(point => speed(point)!.Value)
            .ThenBy(point => point.UsdPerMillion.Value);

        var frontier = new List<CostPoint>();
        foreach (var point in fastestFirst)
        {
            if (frontier.Count == 0 || point.UsdPerMillion.Value < frontier[^1].UsdPerMillion.Value)
            {
                frontier.Add(point);
            }
        }

        frontier.Reverse();
        return frontier;
    }

    /// <exception cref="ArgumentException">The curves cost different units.</exception>
    private static List<CostPoint> Valid(IEnumerable<CostCurve> curves)
    {
        var given = curves.ToList();
        return given.Select(curve => curve.Key.Unit).Distinct().Count() < 2
            ? [.. given.SelectMany(curve => curve.Points).Where(point => !point.Suspect)]
            : throw new ArgumentException("Costs of tokens and of items are not compared.", nameof(curves));
    }

    private static CostPoint? Best(IEnumerable<CostPoint> points) => points
        .OrderBy(point => point.UsdPerMillion.Value)
        .ThenByDescending(point => point.PerUserTokensPerSecond?.Value ?? 0)
        .FirstOrDefault();
}
