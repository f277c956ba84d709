using System.Globalization;
using InferBench.Core.Statistics;
using InferBench.Economics.Machines;

namespace InferBench.Economics.Costs;

/// <summary>Which inputs move the cost of output tokens most: each is tried at a lower and a higher value while all others stay as they are.</summary>
public static class Tornado
{
    private const double PriceEitherWay = 0.25;
    private const double ElectricityEitherWay = 0.5;
    private const double MonthsEitherWay = 12;
    private const double CapitalEitherWay = 0.05;

    /// <param name="machine">The machine.</param>
    /// <param name="times">Where the cell's time went.</param>
    /// <param name="utilization">Above 0, at most 1.</param>
    /// <param name="inputPerOutput">Input tokens of each output token.</param>
    /// <returns>The widest swing first; inputs that do not move the cost are left out.</returns>
    public static IReadOnlyList<TornadoBar> Of(IMachine machine, CellTimes times, double utilization, double inputPerOutput)
    {
        var seconds = times.SecondsPerOutputTokenWithInput(inputPerOutput);

        double Cost(IMachine priced, double load, double each) => priced.CostAt(load).UsdPerBusyHour!.Value / Period.SecondsPerHour * each * 1e6;
        double Priced(IMachine priced) => Cost(priced, utilization, seconds.Value);
        double Loaded(double load) => Cost(machine, load, seconds.Value);
        double Timed(Estimate each) => Cost(machine, utilization, each.Value);

        var (lowPrice, highPrice) = machine.Range is { } range ? (range.LowFactor, range.HighFactor) : (1 - PriceEitherWay, 1 + PriceEitherWay);
        var bars = new List<TornadoBar>
        {
            new(
                "utilization", Percent(utilization / 2), Percent(Math.Min(1, utilization * 2)), Loaded(utilization / 2), Loaded(Math.Min(1, utilization * 2)),
                "half and twice, at most always busy"),
            new(
                "machine price", Times(lowPrice), Times(highPrice), Priced(machine.AtPrice(lowPrice)), Priced(machine.AtPrice(highPrice)),
                machine.Range?.Origin ?? "a quarter less and more"),
            new(
                "input:output ratio", Number(inputPerOutput / 2), Number(inputPerOutput * 2),
                Timed(times.SecondsPerOutputTokenWithInput(inputPerOutput / 2)), Timed(times.SecondsPerOutputTokenWithInput(inputPerOutput * 2)),
                "half and twice, prefill time taken in proportion"),
        };
        if (seconds is { Low: > 0 and var fast, High: { } slow })
        {
            bars.Add(new(
                "throughput", Text($"{1 / slow:0.#} tok/s"), Text($"{1 / fast:0.#} tok/s"), Cost(machine, utilization, slow), Cost(machine, utilization, fast),
                "its 95 % interval as measured"));
        }

        if (machine is OwnedMachine owned)
        {
            bars.AddRange(Owned(owned, Priced));
        }

        return [.. bars.Where(bar => bar.Swing > 0).OrderByDescending(bar => bar.Swing)];
    }

    private static IEnumerable<TornadoBar> Owned(OwnedMachine owned, Func<IMachine, double> cost)
    {
        var (shortest, longest) = (Math.Max(1, owned.Months - MonthsEitherWay), owned.Months + MonthsEitherWay);
        yield return new(
            "lifetime", Text($"{shortest:0.#} months"), Text($"{longest:0.#} months"), cost(owned with { Months = shortest }), cost(owned with { Months = longest }),
            "a year shorter and longer");
        var (cheap, dear) = (Math.Max(0, owned.CostOfCapital - CapitalEitherWay), owned.CostOfCapital + CapitalEitherWay);
        yield return new(
            "cost of capital", Percent(cheap), Percent(dear), cost(owned with { CostOfCapital = cheap }), cost(owned with { CostOfCapital = dear }),
            "five points less and more");
        yield return new(
            "electricity", Text($"${owned.UsdPerKwh * (1 - ElectricityEitherWay):0.###}/kWh"), Text($"${owned.UsdPerKwh * (1 + ElectricityEitherWay):0.###}/kWh"),
            cost(owned with { UsdPerKwh = owned.UsdPerKwh * (1 - ElectricityEitherWay) }), cost(owned with { UsdPerKwh = owned.UsdPerKwh * (1 + ElectricityEitherWay) }),
            "half less and more");
        yield return new(
            "staff", Text($"{owned.StaffShare / 2:0.####} persons"), Text($"{owned.StaffShare * 2:0.####} persons"),
            cost(owned with { StaffShare = owned.StaffShare / 2 }), cost(owned with { StaffShare = owned.StaffShare * 2 }), "half and twice");
    }

    private static string Percent(double share) => Text($"{share * 100:0.#} %");

    private static string Times(double factor) => Text($"× {factor:0.##}");

    private static string Number(double value) => Text($"{value:0.###}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
