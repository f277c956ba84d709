namespace InferBench.Economics.Memory;

/// <summary>The memory of each device where a number of them share a model.</summary>
/// <param name="Devices">Devices.</param>
/// <param name="WeightBytes">Each device's share of the weights.</param>
/// <param name="CacheBytes">Each device's share of the cache of all sequences.</param>
/// <param name="ActivationBytes">Estimate of intermediate results; 0 where a measured overhead has them.</param>
/// <param name="OverheadBytes">The runtime itself.</param>
/// <param name="DeviceBytes">Memory of a device.</param>
/// <param name="LargestBatch">Sequences of that context that fit at most; 0 where not even one does.</param>
public sealed record FitRow(
    int Devices, double WeightBytes, double CacheBytes, double ActivationBytes, double OverheadBytes, double DeviceBytes, long LargestBatch)
{
    public double NeedBytes => WeightBytes + CacheBytes + ActivationBytes + OverheadBytes;

    public bool Fits => NeedBytes <= DeviceBytes;
}
