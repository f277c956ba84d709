namespace InferBench.Core.Samples;

/// <summary>Where one operation writes its timestamps while it runs: preallocated, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
public sealed class OperationTrace(int capacity)
{
    public long StartTicks { get; set; }

    /// <summary>Ticks at which each generated token of the whole batch was readable on the host; the first <see cref="Generated"/> are set.</summary>
    public long[] TokenTicks { get; } = new long[capacity];

    public int Generated { get; set; }

    /// <summary>Device time of the prefill, or of a one-shot model's pass; null where the model runs in the host's own memory.</summary>
    public DeviceTicks? Prefill { get; set; }

    /// <summary>Device time of all decode steps together; null like <see cref="Prefill"/>, and for a one-shot model.</summary>
    public DeviceTicks? Decode { get; set; }
}
