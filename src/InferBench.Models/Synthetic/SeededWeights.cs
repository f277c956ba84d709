using System.Runtime.CompilerServices;

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
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (Centred(Mix(counter)) * _scale) + _mean;
            counter += step;
        }
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
