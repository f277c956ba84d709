using System.Buffers;

namespace InferBench.Models.Precision;

/// <summary>A pooled row of floats.</summary>
/// <remarks>The pool is its own: the shared one keeps arrays for each thread that ever came by, which adds up when they are large.</remarks>
internal readonly struct Scratch(int length) : IDisposable
{
    private static readonly ArrayPool<float> Pool = ArrayPool<float>.Create(maxArrayLength: 1 << 28, maxArraysPerBucket: 2 * Environment.ProcessorCount);

    private readonly float[] _array = Pool.Rent(length);

    public Span<float> Floats => _array.AsSpan(0, length);

    public void Dispose() => Pool.Return(_array);
}
