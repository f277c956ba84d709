namespace InferBench.Runtime.Telemetry;

/// <summary>One GPU as NVML shows it. Every call returns an <see cref="NvmlStatus"/> and allocates nothing.</summary>
internal interface INvmlDevice : IDisposable
{
    public int Read(NvmlSensor sensor, out ulong value);

    /// <summary>Compute processes on the device, as many as fit.</summary>
    public int Processes(Span<NvmlProcess> processes, out int count);

    /// <summary>How busy processes kept the device after a moment of the driver's clock, as many as fit.</summary>
    public int ProcessUse(Span<NvmlProcessUse> uses, ulong afterMicroseconds, out int count);
}
