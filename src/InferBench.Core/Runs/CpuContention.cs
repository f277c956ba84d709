namespace InferBench.Core.Runs;

/// <summary>What else the machine's processors did while a cell was measured, in cores: core-seconds for each second of the measurement.</summary>
/// <param name="OwnCores">Used by the worker itself.</param>
/// <param name="OtherCores">Used by all other processes.</param>
/// <param name="StolenCores">Taken by the hypervisor for other machines.</param>
/// <param name="Cores">Cores that the system has.</param>
public sealed record CpuContention(double OwnCores, double OtherCores, double StolenCores, int Cores);
