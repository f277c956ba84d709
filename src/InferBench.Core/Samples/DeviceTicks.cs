namespace InferBench.Core.Samples;

/// <summary>Where one phase of an operation writes the time that its transfers and its computation take, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
public struct DeviceTicks
{
    public long HostToDevice { get; private set; }

    public long Compute { get; private set; }

    public long DeviceToHost { get; private set; }

    /// <summary>Adds a pass that was sent, run and received, one after the other.</summary>
    /// <param name="began">Before the first transfer to the device.</param>
    /// <param name="sent">After the last one.</param>
    /// <param name="ran">When the device was done.</param>
    /// <param name="received">When results were readable on the host.</param>
    public void Add(long began, long sent, long ran, long received)
    {
        HostToDevice += sent - began;
        Compute += ran - sent;
        DeviceToHost += received - ran;
    }
}
