using System.Globalization;
using System.Text.Json.Serialization;
using InferBench.Core.Runs;

namespace InferBench.Core.Ceilings;

/// <summary>What a machine can do at most with one provider and one thread count: what use is measured against.</summary>
/// <param name="Provider">Execution provider.</param>
/// <param name="Threads">Threads that worked.</param>
/// <param name="Measured">The ceilings.</param>
/// <param name="Missing">What could not be measured, and why.</param>
/// <param name="Contention">What else the processors did meanwhile; null where the system does not say.</param>
/// <param name="WallNs">Time that it all took, models and all.</param>
public sealed record MachineCeilings(
    string Provider, int Threads, IReadOnlyList<Ceiling> Measured, IReadOnlyList<MissingCeiling> Missing, CpuContention? Contention, long WallNs)
{
    /// <summary>
    /// The highest memory bandwidth that any method saw, since a ceiling is not to be passed: MBU is against this. Null where none was measured.
    /// </summary>
    [JsonIgnore]
    public Ceiling? Bandwidth => Measured.Where(ceiling => ceiling.Kind != CeilingKind.MatMul).MaxBy(ceiling => ceiling.BestPerSecond);

    /// <summary>Share of the threads' cores that others may take before the ceilings are too low to be ceilings.</summary>
    private const double QuietLimit = 0.05;

    /// <summary>Rounds of the bandwidth that lie further apart than this, as a share of the median, did not find the same machine.</summary>
    private const double SteadyLimit = 0.15;

    /// <summary>
    /// Why the ceilings may be wrong, and shares of them too, in one line: others had the processors or the memory meanwhile. Null where nothing speaks against them.
    /// </summary>
    [JsonIgnore]
    public string? Doubt => BusyProcessors ?? UnsteadyMemory;

    private string? BusyProcessors => Contention is { } use && Taken(use) is var taken && taken > QuietLimit * Threads
        ? string.Create(CultureInfo.InvariantCulture, $"other processes took {taken:0.00} of the {Threads} cores meanwhile: the machine can do more than this")
        : null;

    /// <summary>On a shared host, what others take of the memory's bandwidth is seen nowhere else.</summary>
    private string? UnsteadyMemory => Bandwidth is { } bandwidth && bandwidth.RelativeSpread > SteadyLimit
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"memory gave {bandwidth.RoundsPerSecond.Min() / 1e9:0.0} to {bandwidth.RoundsPerSecond.Max() / 1e9:0.0} GB/s from round to round: others on the host use it, and a share of its bandwidth is uncertain by as much")
        : null;

    /// <summary>The highest rate of multiplications in a weight format, such as <c>int4</c>; MFU is against this. Null where it was not measured.</summary>
    /// <param name="precision">
    /// A format's full name will do: <c>int4-rtn-b32-sym</c> is int4. Integer weights under bf16 activations (<c>-abf16</c>) are multiplied in bf16, which no
    /// ceiling measures.
    /// </param>
    public Ceiling? MatMul(string precision) => precision.EndsWith("-abf16", StringComparison.Ordinal)
        ? null
        : Measured.FirstOrDefault(ceiling => ceiling.Kind == CeilingKind.MatMul && ceiling.Precision == precision.Split('-')[0]);

    /// <summary>On a machine with cores to spare, others may be busy and take nothing away.</summary>
    private double Taken(CpuContention use) => Math.Min(Threads, Math.Max(0, use.OtherCores + Threads - use.Cores) + use.StolenCores);
}
