using InferBench.Core.Ceilings;

namespace InferBench.Core.Tests.Ceilings;

/// <summary>Made-up ceilings.</summary>
internal static class Fabricated
{
    public static MachineCeilings Ceilings(double read, double weights, double fp32) => new(
        "cpu", 2, [One(CeilingKind.MemoryRead, null, read), One(CeilingKind.WeightRead, "fp32", weights), One(CeilingKind.MatMul, "fp32", fp32)], [], null, 1);

    public static MachineCeilings Peaks(string provider, params (string Precision, double PerSecond)[] peaks) => new(
        provider, 2, [.. peaks.Select(peak => One(CeilingKind.MatMul, peak.Precision, peak.PerSecond))], [], null, 1);

    private static Ceiling One(CeilingKind kind, string? precision, double rate) => new(kind, precision, "test", rate, rate, 0, [rate], 1, 1, 1);
}
