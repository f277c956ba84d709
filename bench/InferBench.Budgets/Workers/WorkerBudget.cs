using InferBench.Budgets.Figures;

namespace InferBench.Budgets.Workers;

/// <summary>What a worker costs beside its operations: once for the process, and once for each cell.</summary>
internal sealed class WorkerBudget : IBudget
{
    private const int Threads = 1;
    private const int Many = 41;

    public string Name => "worker";

    public string Description => "Worker start to its first measured operation, and the time that a further cell takes.";

    public IEnumerable<BudgetFigure> Measure(BudgetOptions options, Scratch scratch)
    {
        var model = scratch.NullDecoder();
        WorkerRun Run(int cells) => WorkerRun.Of(WorkerRequests.Of(model, Threads, operations: 1, WorkerRequests.Cells(cells, 8, 8, Threads), scratch));

        List<(WorkerRun One, WorkerRun Many)> rounds = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            rounds.Add((Run(1), Run(Many)));
        }

        yield return new BudgetFigure(
            "worker: process start to session ready, less the load", "ms", Spread.Of(rounds.Select(r => (r.One.ToSession - r.One.Load).TotalMilliseconds)));
        yield return new BudgetFigure(
            "worker: process start to first measured operation, less load and warm-up", "ms",
            Spread.Of(rounds.Select(r => (r.One.ToFirstOperation - r.One.Load - r.One.Work).TotalMilliseconds)));
        yield return new BudgetFigure(
            "worker: process with one cell, less load, warm-up and operations", "ms", Spread.Of(rounds.Select(r => Around(r.One).TotalMilliseconds)));
        yield return new BudgetFigure(
            "worker: each further cell, less warm-up and operations", "ms",
            Spread.Of(rounds.Select(r => (Around(r.Many) - Around(r.One)).TotalMilliseconds / (Many - 1))), Detail: $"{Many} cells against 1");
    }

    private static TimeSpan Around(WorkerRun run) => run.Wall - run.Load - run.Work;
}
