using System.Globalization;
using InferBench.Core.Statistics;
using InferBench.Economics.Demand;

namespace InferBench.Economics.Sizing;

/// <summary>
/// How many machines a demand takes. The model: each machine serves up to the cell's batch at once and takes a new request in between two steps (continuous batching), whose
/// prefill stalls the others. At its limit it does what the closed-loop cell does: a request takes <c>in·a + (out − 1)·d</c> machine-seconds, a and d as measured at that batch.
/// With requests coming at λ to a machine, prompts take the share <c>f = λ·in·a</c> of its time, and TPOT becomes <c>TPOT / (1 − f)</c>; where that passes its limit, the
/// machine may only be loaded less. Both are means over the peak. A whole batch that arrives at once waits TTFT as measured. The peak then takes
/// <c>N = ⌈peak load / (limit · (1 − headroom))⌉</c> machines, and the spare ones on top; the queue at the peak is what the headroom is for.
/// </summary>
public static class FleetSizer
{
    private const double ShortestInput = 0.5;
    private const double LongestInput = 1.25;
    private const double ShortestOutput = 0.5;
    private const double LongestOutput = 2;
    private const double SecondsPerMonth = SizingSettings.HoursPerMonth * 3600;
    private const double Rounding = 1e-9;

    public static SizingAnswer Answer(IReadOnlyList<MachineCell> cells, IDemand demand, SizingSettings settings)
    {
        var (plans, refused) = Plans(cells, demand, settings);
        var best = Cheapest(plans);
        var others = plans
            .Where(plan => best is null || Kind(plan) != Kind(best))
            .GroupBy(Kind)
            .Select(same => Cheapest(same)!)
            .OrderBy(plan => plan.UsdPerMonth)
            .ToList();
        var nearest = best is not null ? null
            : refused.Where(one => one.Excess is not null).MinBy(one => one.Excess) ?? refused.FirstOrDefault();
        return new SizingAnswer(best, best is null ? null : Cheapest(Plans(cells, demand.Times(2), settings).Plans), others, refused, nearest);
    }

    private static (string, string, string) Kind(FleetPlan plan) => (plan.Cell.Run, plan.Cell.Cell.Model, plan.Cell.Cell.Precision);

    private static FleetPlan? Cheapest(IEnumerable<FleetPlan> plans) => plans.OrderBy(plan => plan.UsdPerMonth).ThenBy(plan => plan.Machines).ThenBy(plan => plan.Utilization).FirstOrDefault();

    private static (List<FleetPlan> Plans, List<RefusedCell> Refused) Plans(IReadOnlyList<MachineCell> cells, IDemand demand, SizingSettings settings)
    {
        var refused = cells.Select(cell => (Cell: cell, Why: Refusal(cell, demand, settings))).ToList();
        var misses = refused.Select(one => one.Why).OfType<RefusedCell>().ToList();
        return ([.. refused.Where(one => one.Why is null).Select(one => Plan(one.Cell, demand, settings, misses))], misses);
    }

    /// <returns>Null where the cell can answer.</returns>
    private static RefusedCell? Refusal(MachineCell cell, IDemand demand, SizingSettings settings)
    {
        var level = settings.Level;
        return cell.Doubts.Count > 0 && !settings.AllowSuspect ? new(cell, $"suspect: {cell.Doubts[0]}")
            : !settings.AllowOtherShapes && Shape(cell, demand.Mean) is { } shape ? new(cell, shape)
            : cell.LongestContext < (demand.LongContext ?? demand.Mean.InputPerRequest + demand.Mean.OutputPerRequest) ? new(cell, Text(
                $"a long request has {demand.LongContext ?? demand.Mean.InputPerRequest + demand.Mean.OutputPerRequest:#,0} tokens, and model and memory hold {cell.LongestContext:#,0} for each of {cell.Cell.Batch}"))
            : Miss(cell, "TTFT", level.TtftNs, cell.Ttft, level)
                ?? Miss(cell, "TPOT", level.TpotNs, cell.Tpot, level);
    }

    /// <summary>Tokens cost more in longer contexts and less in larger prefills: far from the measured lengths nothing is known.</summary>
    private static string? Shape(MachineCell cell, TokenTraffic mean)
    {
        var (prompt, generated) = (cell.Cell.PromptTokens!.Value, cell.Cell.GeneratedTokens!.Value);
        var (input, output) = (mean.InputPerRequest, mean.OutputPerRequest);
        return input >= prompt * ShortestInput && input <= prompt * LongestInput && output >= generated * ShortestOutput && output <= generated * LongestOutput ? null
            : Text($"measured at {prompt} tokens in and {generated} out, asked for {input:0.#} and {output:0.#}: measure that shape (run --prompt {Math.Ceiling(input):0} --gen {Math.Ceiling(output):0})");
    }

    private static RefusedCell? Miss(MachineCell cell, string name, long? limitNs, IReadOnlyList<Distribution>? measured, ServiceLevel level)
    {
        if (limitNs is not { } limit)
        {
            return null;
        }

        if (measured is null)
        {
            return new(cell, $"it generated a single token, so that it has no {name}");
        }

        if (Worst(measured, level) is not { } value)
        {
            return new(cell, Text(
                $"{measured.Min(one => one.Count)} operations support no {level.Statistic} of {name}, which needs {Percentile.NeededCount(level.Percentile!.Value / 100.0)}"));
        }

        return value < limit ? null : new(
            cell, Text($"{level.Statistic} {name} {value / 1e6:0.##} ms is not below {limit / 1e6:0.##} ms"), name, value / limit);
    }

    private static FleetPlan Plan(MachineCell cell, IDemand demand, SizingSettings settings, IReadOnlyList<RefusedCell> refused)
    {
        var mean = demand.Mean;
        var (input, step) = (cell.SecondsPerInputToken, cell.SecondsPerStep);
        var prefill = mean.InputPerRequest * input;
        var work = prefill + ((mean.OutputPerRequest - 1) * step);
        double? tpot = cell.Tpot is null ? null : Worst(cell.Tpot, settings.Level) ?? cell.Tpot.Average(one => one.Mean.Value);

        // Whoever has a machine alone is slowed by nobody.
        var shared = cell.Cell.Batch > 1 ? prefill : 0;
        var limit = settings.Level.TpotNs is { } most && tpot is { } each && shared > 0 ? Math.Min(1, (1 - (each / most)) * work / shared) : 1;
        var peak = demand.PeakLoad(-step, input, step);
        var needed = Math.Max(1, (int)Math.Min(int.MaxValue / 2, Math.Ceiling((peak / (limit * (1 - settings.Headroom))) - Rounding)));
        var machines = needed + settings.Spare;
        var month = machines * cell.Price.UsdPerHour * SizingSettings.HoursPerMonth;
        var stalled = Math.Min(limit, peak / needed) * shared / work;
        return new FleetPlan(
            cell,
            peak,
            mean.RequestsPerSecond * work,
            limit,
            needed,
            settings.Spare,
            Worst(cell.Ttft, settings.Level) ?? cell.Ttft.Average(one => one.Mean.Value),
            tpot / (1 - stalled),
            Binding(cell, settings, limit, refused),
            month,
            month / (mean.OutputTokensPerSecond * SecondsPerMonth / 1e6),
            month / ((mean.InputTokensPerSecond + mean.OutputTokensPerSecond) * SecondsPerMonth / 1e6));
    }

    private static string Binding(MachineCell cell, SizingSettings settings, double limit, IReadOnlyList<RefusedCell> refused)
    {
        if (limit < 1)
        {
            return Text($"TPOT: the prompts of others slow each user down, so that a machine may be busy {limit * 100:0} % of the time only");
        }

        var next = refused
            .Where(one => one.Cell.Run == cell.Run && one.Cell.Cell.Batch > cell.Cell.Batch && one.Cell.Cell with { Batch = cell.Cell.Batch } == cell.Cell)
            .MinBy(one => one.Cell.Cell.Batch);
        return next switch
        {
            { Limit: { } name } => Text($"{name}: batch {next.Cell.Cell.Batch} misses its limit ({next.Reason})"),
            { } => Text($"no latency limit; batch {next.Cell.Cell.Batch} was measured and cannot answer ({next.Reason})"),
            null when settings.Level is { TtftNs: null, TpotNs: null } => "no latency limit was given",
            null => "no latency limit: throughput",
        };
    }

    /// <summary>The worst launch; null where one of them cannot support the percentile.</summary>
    private static double? Worst(IReadOnlyList<Distribution> launches, ServiceLevel level)
    {
        var values = launches.Select(level.Of).ToList();
        return values.All(value => value is not null) ? values.Max() : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
