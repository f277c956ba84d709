namespace InferBench.Core.Samples;

/// <param name="HostToDeviceNs">Ids, masks and inputs on their way to the device.</param>
/// <param name="ComputeNs">From the launch until the device was done.</param>
/// <param name="DeviceToHostNs">Ids, logits and outputs on their way back.</param>
public sealed record DevicePhase(long HostToDeviceNs, long ComputeNs, long DeviceToHostNs);
