using System.Globalization;

namespace InferBench.Core.Validity;

/// <summary>
/// Memory that could be read much faster before the cell than after it, or the other way round: somebody else on the host began or stopped to use it.
/// Nothing else shows this: no process of this machine did it, and no core was taken.
/// </summary>
internal sealed class MemorySpeedRule : IValidityRule
{
    /// <summary>Two readings on an undisturbed machine differ by a few percent.</summary>
    private const double Limit = 0.2;

    public Finding? Judge(Evidence evidence) => evidence.Measurement.Memory is not { } memory || memory.RelativeChange <= Limit
        ? null
        : new Finding(
            Verdict.Suspect,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the machine's memory was read at {memory.BeforeBytesPerSecond / 1e9:0.0} GB/s before the cell and at {memory.AfterBytesPerSecond / 1e9:0.0} GB/s after it: others on the host use it"));
}
