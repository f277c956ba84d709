namespace InferBench.Core.Workers;

public enum WorkerPhase
{
    Load,
    Warmup,
    Measure,
    Finished,
}
