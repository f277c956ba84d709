using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Budgets.Workers;
using InferBench.Models.Precision;

namespace InferBench.Budgets.Overhead;

/// <summary>Time that the harness adds to an operation, against the same loop in C on the same library.</summary>
internal sealed class OverheadBudget : IBudget
{
    private const double Limit = 0.01;
    private static readonly TimeSpan LeastOperation = TimeSpan.FromMicroseconds(100);
    private static readonly TimeSpan WorkerTime = TimeSpan.FromSeconds(0.4);

    public string Name => "overhead";

    public string Description => "Time added per operation, against the same loop on ONNX Runtime's C API.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        using (var floor = new OverheadCase("null decoder", scratch.NullDecoder(), prompt: 8, generated: 64))
        {
            var rounds = Rounds(floor, options, scratch);
            yield return new BudgetFigure(
                "overhead, null decoder: added per token", "ns", Spread.Of(rounds.Select(r => (r.WorkloadNs - r.BareNs) / floor.Generated)),
                Detail: Text($"a token takes {Spread.MedianOf(rounds.Select(r => r.BareNs)) / floor.Generated:0} ns bare"));
            yield return new BudgetFigure("overhead, null decoder: between operations", "ns", Spread.Of(rounds.Select(r => r.GapNs)));
        }

        using (var tiny = OverheadCase.AtLeast(LeastOperation, "llama-tiny", scratch.Preset("llama-tiny", WeightPrecision.Fp32), prompt: 8))
        {
            foreach (var figure in Judged(tiny, options, scratch))
            {
                yield return figure;
            }
        }

        using (var small = new OverheadCase("llama-15m", scratch.Preset("llama-15m", WeightPrecision.Fp32), prompt: 8, generated: 4))
        {
            foreach (var figure in Judged(small, options, scratch))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<BudgetFigure> Judged(OverheadCase measured, BudgetOptions options, Scratch scratch)
    {
        var rounds = Rounds(measured, options, scratch);
        var bare = Spread.MedianOf(rounds.Select(r => r.BareNs));
        var name = Text($"overhead, {measured.Name}, {bare / 1e3:0} µs an operation");
        yield return new BudgetFigure(
            $"{name}: inside and between operations", "%", Spread.Of(rounds.Select(r => ((r.WorkloadNs + r.GapNs) / r.BareNs) - 1)), Limit,
            Detail: Text($"{Spread.MedianOf(rounds.Select(r => r.WorkloadNs - r.BareNs)):0} ns inside, {Spread.MedianOf(rounds.Select(r => r.GapNs)):0} ns between; {measured.Generated} tokens"));
        yield return new BudgetFigure($"{name}: inside", "%", Spread.Of(rounds.Select(r => (r.WorkloadNs / r.BareNs) - 1)), Limit);

        // Another process has other pages and another neighbour: this ratio spreads more than what it looks for.
        yield return new BudgetFigure(
            $"{name}: worker's wall per operation over the bare loop in another process", "%", Spread.Of(rounds.Select(r => (r.WorkerPeriodNs / r.BareNs) - 1)));
    }

    private static List<OverheadRound> Rounds(OverheadCase measured, BudgetOptions options, Scratch scratch)
    {
        List<OverheadRound> rounds = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            var (bare, workload) = measured.Round();
            var operations = (int)Math.Clamp(WorkerTime.TotalNanoseconds / bare, 20, 2_000);
            var request = WorkerRequests.Of(
                measured.ModelPath, OverheadCase.Threads, operations, WorkerRequests.Cells(1, measured.Prompt, measured.Generated, OverheadCase.Threads), scratch);
            var samples = WorkerRun.Of(request).Measurements.Single().Samples;
            var pairs = samples.Zip(samples.Skip(1)).ToList();
            rounds.Add(new OverheadRound(
                bare,
                workload,
                Spread.MedianOf(pairs.Select(pair => pair.Second.StartNs - pair.First.StartNs - pair.First.EndToEndNs)),
                Spread.MedianOf(pairs.Select(pair => pair.Second.StartNs - pair.First.StartNs))));
        }

        return rounds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
