namespace InferBench.Core.Samples;

/// <summary>Where one operation writes its timestamps while it runs: preallocated, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</summary>
public sealed class OperationTrace(int capacity)
{
    public long StartTicks { get; set; }

    /// <summary>Ticks at which each generated token of the whole batch was readable on the host; the first <see cref="Generated"/> are set.</summary>
    public long[] TokenTicks { get; } = new long[capacity];

    public int Generated { get; set; }
}
