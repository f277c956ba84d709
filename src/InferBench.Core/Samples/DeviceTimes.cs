namespace InferBench.Core.Samples;

/// <summary>
/// Time of an operation that went to transfers and to computing on a device, in nanoseconds of the host's clock, each waited for before the next. What is
/// left of the operation's time was spent on the host.
/// </summary>
/// <param name="Prefill">Of the prefill; of a one-shot model, of its whole pass.</param>
/// <param name="Decode">Of all decode steps together; null where there were none.</param>
public sealed record DeviceTimes(DevicePhase Prefill, DevicePhase? Decode);
