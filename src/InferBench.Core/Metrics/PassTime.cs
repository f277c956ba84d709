namespace InferBench.Core.Metrics;

/// <summary>Mean time of a pass through the model, divided; the four parts together are the pass.</summary>
/// <param name="HostToDeviceNs">Inputs on their way to the device.</param>
/// <param name="ComputeNs">From the launch until the device was done.</param>
/// <param name="DeviceToHostNs">Results on their way back.</param>
/// <param name="HostNs">The rest: the host's own work, such as selecting a token from logits.</param>
public sealed record PassTime(double HostToDeviceNs, double ComputeNs, double DeviceToHostNs, double HostNs);
