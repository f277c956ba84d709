using System.Globalization;
using InferBench.Budgets.Figures;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Budgets.Bandwidth;

/// <summary>
/// How much of the memory's bandwidth decoding uses, and who leaves the rest: ONNX Runtime's product of one row by a matrix, which reads the weights, or what
/// is around it.
/// </summary>
internal sealed class BandwidthBudget : IBudget
{
    private const double Limit = 0.85;

    public string Name => "bandwidth";

    public string Description => "Memory bandwidth that decoding uses, and that ONNX Runtime's one-row product uses.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        foreach (var preset in options.Full ? ["llama-110m", "llama-1b"] : (IEnumerable<string>)["llama-110m"])
        {
            foreach (var figure in Of(preset, options.Rounds, scratch))
            {
                yield return figure;
            }
        }
    }

    private static List<BudgetFigure> Of(string preset, int count, Scratch scratch)
    {
        var path = scratch.Preset(preset, WeightPrecision.Fp32);
        var shape = LlamaShapes.Named(preset);
        var weights = ModelIdentity.Compute(OnnxModelReader.Read(path)).DecodeStepWeightBytes;
        using var measured = new BandwidthCase(path, shape.Hidden, weights, 2L * shape.Layers * shape.KvHeads * shape.HeadDim * sizeof(float), scratch);
        var rounds = Enumerable.Range(0, count).Select(_ => measured.Round()).ToList();
        var name = $"{preset} fp32, batch 1";
        return
        [
            new($"memory read, beside {name}", "GB/s", Spread.Of(rounds.Select(round => round.Memory / 1e9))),
            new($"decode over memory read (MBU), {name}", "%", Spread.Of(rounds.Select(round => round.Decode / round.Memory)), Limit, AtLeast: true,
                Detail: string.Create(CultureInfo.InvariantCulture, $"{weights / 1e9:0.00} GB a step")),
            new($"ONNX Runtime's one-row MatMul over memory read, {shape.Hidden} wide", "%", Spread.Of(rounds.Select(round => round.Kernel / round.Memory))),
            new($"decode over one-row MatMul, {name}", "%", Spread.Of(rounds.Select(round => round.Decode / round.Kernel))),
        ];
    }
}
