using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Runtime.Buffers;

namespace InferBench.Runtime.Ceilings;

/// <summary>The host memory's bandwidth by our own loops.</summary>
internal sealed class MemoryProbe(MemoryArrays arrays, int threads, bool triad) : ICeilingProbe
{
    public CeilingKind Kind => triad ? CeilingKind.MemoryTriad : CeilingKind.MemoryRead;

    public string? Precision => null;

    public string Method => string.Create(
        CultureInfo.InvariantCulture,
        $"{(triad ? "a = b + 3c" : "reads")} in vectors on {threads} threads, {ByteText.Of(arrays.Bytes)}, each thread its own part");

    public long BytesPerPass => arrays.Bytes;

    public double? OperationsPerPass => null;

    public double Pass() => arrays.Pass(triad);

    public void Dispose()
    {
        // The arrays belong to the pair of probes that share them.
    }
}
