using System.Numerics;
using System.Runtime.CompilerServices;

namespace InferBench.Runtime.Ceilings;

/// <summary>The inner loops over memory, on one thread; lengths are in floats and multiples of <see cref="Step"/>.</summary>
internal static unsafe class MemoryKernel
{
    private const float Scalar = 3;

    /// <summary>What a length must be a multiple of, in floats.</summary>
    public static int Step => 2 * Streams * Vector<float>.Count;

    /// <summary>Places from which a thread reads at once: one alone does not keep enough reads under way to fill the memory's bandwidth (a tenth less was seen).</summary>
    private const int Streams = 4;

    /// <summary>Reads every byte. The result depends on all of them, so that no read can be left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Read(float* from, long length)
    {
        var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
        var width = Vector<float>.Count;
        var part = length / Streams;
        for (var p = (int*)from; p < (int*)from + part; p += 2 * width)
        {
            a ^= Vector.Load(p) ^ Vector.Load(p + width);
            b ^= Vector.Load(p + part) ^ Vector.Load(p + part + width);
            c ^= Vector.Load(p + (2 * part)) ^ Vector.Load(p + (2 * part) + width);
            d ^= Vector.Load(p + (3 * part)) ^ Vector.Load(p + (3 * part) + width);
        }

        return Vector.Sum(a ^ b ^ c ^ d);
    }

    /// <summary>STREAM's triad, a = b + s·c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Triad(float* a, float* b, float* c, long length)
    {
        var scalar = new Vector<float>(Scalar);
        var width = Vector<float>.Count;
        for (long i = 0; i < length; i += 4 * width)
        {
            Vector.Store(Vector.Load(b + i) + (scalar * Vector.Load(c + i)), a + i);
            Vector.Store(Vector.Load(b + i + width) + (scalar * Vector.Load(c + i + width)), a + i + width);
            Vector.Store(Vector.Load(b + i + (2 * width)) + (scalar * Vector.Load(c + i + (2 * width))), a + i + (2 * width));
            Vector.Store(Vector.Load(b + i + (3 * width)) + (scalar * Vector.Load(c + i + (3 * width))), a + i + (3 * width));
        }
    }

    /// <summary>Writes every byte with a number of its own: on first use this also gives the pages to the thread that will read them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(float* to, long length)
    {
        for (long i = 0; i < length; i++)
        {
            to[i] = i & 0xFFFF;
        }
    }
}
