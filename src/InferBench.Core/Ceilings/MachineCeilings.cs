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

    /// <summary>The highest rate of multiplications in a weight format, such as <c>int4</c>; MFU is against this. Null where it was not measured.</summary>
    /// <param name="precision">A format's full name will do: <c>int4-rtn-b32-sym</c> is int4.</param>
    public Ceiling? MatMul(string precision) =>
        Measured.FirstOrDefault(ceiling => ceiling.Kind == CeilingKind.MatMul && ceiling.Precision == precision.Split('-')[0]);
}
