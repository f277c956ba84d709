using System.Numerics;
using System.Runtime.CompilerServices;

namespace InferBench.Runtime.Ceilings;

/// <summary>The inner loops over memory, on one thread; lengths are in floats and multiples of <see cref="Step"/>.</summary>
internal static unsafe class MemoryKernel
{
    private const float Scalar = 3;

    /// <summary>Floats of one turn of the loops.</summary>
    public static int Step => 4 * Vector<float>.Count;

    /// <summary>Reads every byte. The result depends on all of them, so that no read can be left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Read(float* from, long length)
    {
        var (a, b, c, d) = (Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero, Vector<int>.Zero);
        var width = Vector<float>.Count;
        for (var p = (int*)from; p < (int*)from + length; p += 4 * width)
        {
            a ^= Vector.Load(p);
            b ^= Vector.Load(p + width);
            c ^= Vector.Load(p + (2 * width));
            d ^= Vector.Load(p + (3 * width));
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
    public static void Fill(float* to, long length)
    {
        for (long i = 0; i < length; i++)
        {
            to[i] = i & 0xFFFF;
        }
    }
}
