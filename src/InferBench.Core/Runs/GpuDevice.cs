namespace InferBench.Core.Runs;

/// <param name="Index">The driver's number for it.</param>
/// <param name="Name">Product name.</param>
/// <param name="Driver">Driver version.</param>
/// <param name="CudaDriver">Highest CUDA version that the driver serves; null where it does not say.</param>
/// <param name="MemoryBytes">Memory; null where it cannot be read.</param>
/// <param name="PowerLimitWatts">Power limit in force; null where it cannot be read.</param>
public sealed record GpuDevice(int Index, string Name, string? Driver, string? CudaDriver, long? MemoryBytes, double? PowerLimitWatts);
