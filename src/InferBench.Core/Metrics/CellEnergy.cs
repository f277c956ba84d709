namespace InferBench.Core.Metrics;

/// <summary>Energy of the device that ran a cell: the GPU for cuda and tensorrt, the processor packages for cpu. Idle power is in it; memory, fans and power supply are not.</summary>
/// <param name="Source">What counted it, such as <c>NVML energy counter</c>.</param>
/// <param name="JoulesPerOperation">Energy within the operations' own windows over their number.</param>
/// <param name="JoulesPerItem">The same for each item of the batch: a sequence of a decoder, an input of a one-shot model.</param>
/// <param name="JoulesPerToken">The same energy for each generated token, the prompt's work included; null where nothing is generated.</param>
/// <param name="MeanWatts">That energy over the time of the operations.</param>
public sealed record CellEnergy(string Source, double JoulesPerOperation, double JoulesPerItem, double? JoulesPerToken, double MeanWatts);
