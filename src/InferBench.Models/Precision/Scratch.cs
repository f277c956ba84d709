using System.Buffers;

namespace InferBench.Models.Precision;

/// <summary>A pooled row of floats.</summary>
internal readonly struct Scratch(int length) : IDisposable
{
    private readonly float[] _array = ArrayPool<float>.Shared.Rent(length);

    public Span<float> Floats => _array.AsSpan(0, length);

    public void Dispose() => ArrayPool<float>.Shared.Return(_array);
}
