using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InferBench.Models.Synthetic;

/// <summary>
/// A tensor of random numbers that is never stored: element <c>i</c> is a pure function of the seed and <c>i</c>, so any part of it can be written
/// in any order, on any number of threads, and quantized forms see exactly the numbers of the float form.
/// </summary>
/// <remarks>
/// Nothing here calls libm, whose last bits differ between systems, or the model's SHA-256 would too. The counter goes through SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014); the sum of its four 16-bit parts is an
/// Irwin-Hall variate, close enough to a normal one, and a single rounded multiply scales it.
/// </remarks>
internal readonly struct SeededWeights
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const int CentreOfSum = 2 * 0xFFFF;

    private readonly ulong _seed;
    private readonly float _scale;
    private readonly float _mean;

    public SeededWeights(ulong seed, string name, double standardDeviation, double mean = 0)
    {
        _seed = Mix(seed + (Golden * Fnv1a(name)));
        // The variance of four uniform integers on 0..65535 is 4 (65536² - 1) / 12; sqrt and division are exactly rounded everywhere.
        _scale = (float)(standardDeviation / Math.Sqrt(((65_536.0 * 65_536.0) - 1) / 3));
        _mean = (float)mean;
    }

    /// <summary>Writes elements <paramref name="first"/>, first + stride, first + 2 stride, ...</summary>
    public void Fill(Span<float> destination, long first, long stride = 1)
    {
        var counter = _seed + (Golden * (ulong)(first + 1));
        var step = Golden * (ulong)stride;
        var done = Vector512.IsHardwareAccelerated ? FillWide(destination, counter, step) : 0;
        counter += step * (ulong)done;
        for (var i = done; i < destination.Length; i++)
        {
            destination[i] = (Centred(Mix(counter)) * _scale) + _mean;
            counter += step;
        }
    }

    /// <summary>The same numbers, sixteen at a time; returns how many were written.</summary>
    private int FillWide(Span<float> destination, ulong counter, ulong step)
    {
        var low = Vector512.Create(counter) + (Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7) * step);
        var high = low + Vector512.Create(8 * step);
        var i = 0;
        for (; i <= destination.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var sums = Vector512.Narrow(Sum(Mix(low)), Sum(Mix(high))).AsInt32() - Vector512.Create(CentreOfSum);
            var values = (Vector512.ConvertToSingle(sums) * _scale) + Vector512.Create(_mean);
            values.CopyTo(destination[i..]);
            low += Vector512.Create(16 * step);
            high += Vector512.Create(16 * step);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Sum(Vector512<ulong> z)
    {
        var part = Vector512.Create(0xFFFFUL);
        return (z & part) + ((z >>> 16) & part) + ((z >>> 32) & part) + (z >>> 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Mix(Vector512<ulong> z)
    {
        z = (z ^ (z >>> 30)) * Vector512.Create(0xBF58_476D_1CE4_E5B9UL);
        z = (z ^ (z >>> 27)) * Vector512.Create(0x94D0_49BB_1331_11EBUL);
        return z ^ (z >>> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Centred(ulong z) =>
        (int)(z & 0xFFFF) + (int)((z >> 16) & 0xFFFF) + (int)((z >> 32) & 0xFFFF) + (int)(z >> 48) - CentreOfSum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    private static ulong Fnv1a(string name)
    {
        var hash = 0xCBF2_9CE4_8422_2325;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 0x100_0000_01B3;
        }

        return hash;
    }
}
