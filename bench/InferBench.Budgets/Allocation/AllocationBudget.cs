using InferBench.Budgets.Figures;
using InferBench.Budgets.Workers;
using InferBench.Core.Samples;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Budgets.Allocation;

/// <summary>Managed memory allocated for each generated token, with both kinds of KV cache.</summary>
internal sealed class AllocationBudget : IBudget
{
    private const int Tokens = 64;
    private const int Operations = 50;

    public string Name => "allocation";

    public string Description => "Managed bytes allocated for each generated token.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        foreach (var layout in Enum.GetValues<ModelLayout>())
        {
            var model = scratch.Preset("llama-tiny", WeightPrecision.Fp32, layout);
            using var session = DecoderSession.Load(model, ExecutionProviders.Cpu, threads: 1);
            using var workload = session.CreateWorkload(1, 16, Tokens);
            var trace = new OperationTrace(Tokens);
            workload.Run(trace);
            yield return new BudgetFigure(
                $"allocation per token, {session.Report.CacheMode} cache, whole process", "B",
                Spread.Of(Enumerable.Range(0, options.Rounds).Select(_ => BytesPerToken(workload, trace)).ToList()), Limit: 0);

            var request = WorkerRequests.Of(model, 1, Operations, WorkerRequests.Cells(1, 16, Tokens, 1), scratch);
            yield return new BudgetFigure(
                $"allocation per token, {session.Report.CacheMode} cache, as a worker's cell records it", "B",
                Spread.Of([WorkerRun.Of(request).Measurements.Single().ManagedBytesPerToken]), Limit: 0);
        }
    }

    /// <summary>Of all threads: a callback on another one would count too.</summary>
    private static double BytesPerToken(DecoderWorkload workload, OperationTrace trace)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var operation = 0; operation < Operations; operation++)
        {
            workload.Run(trace);
        }

        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / (Operations * Tokens);
    }
}
