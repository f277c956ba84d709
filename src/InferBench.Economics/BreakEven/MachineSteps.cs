using InferBench.Economics.Machines;

namespace InferBench.Economics.BreakEven;

/// <summary>
/// Self-hosting as a step function of the volume: a machine that is full is followed by a second one, which is paid for from its first token on. So the fleet can
/// be dearer than the API again just after each step.
/// </summary>
public static class MachineSteps
{
    /// <param name="machine">One machine.</param>
    /// <param name="crossing">Where it crosses the API; see <see cref="BreakEvenPoint"/>.</param>
    /// <param name="most">How many steps.</param>
    public static IReadOnlyList<MachineStep> Of(IMachine machine, Crossing crossing, int most)
    {
        var month = machine.CostAt(1).UsdPerHour * Period.HoursPerMonth;
        return [.. Enumerable.Range(1, most).Select(count => Step(count, crossing, month * count))];
    }

    /// <summary>Machines from which on no step is dearer than the API again; null where a single one never is cheaper.</summary>
    public static int? AlwaysCheaperFrom(Crossing crossing)
    {
        if (crossing.Utilization is not { Value: < 1 and var needed })
        {
            return null;
        }

        // The n-th machine starts with n − 1 full ones: n·U* ≤ n − 1. A rounding error is no machine.
        return (int)Math.Max(1, Math.Ceiling((1 / (1 - needed)) - 1e-9));
    }

    private static MachineStep Step(int count, Crossing crossing, double usdPerMonth)
    {
        var (from, to) = ((count - 1) * crossing.Capacity, count * crossing.Capacity);
        double? cheaper = crossing.Utilization is { Value: <= 1 and var needed } ? Math.Max(from, needed * to) : null;
        return new MachineStep(count, from, to, usdPerMonth, cheaper);
    }
}
