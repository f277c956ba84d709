namespace InferBench.Core.Scenarios;

/// <summary>
/// The 32-bit Mersenne Twister MT19937 (Matsumoto and Nishimura, ACM TOMACS 8(1), 1998), with the initialization of 2002: the
/// sequence of C++'s <c>std::mt19937</c>. Not safe for several threads.
/// </summary>
public sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <param name="seed">Its low 32 bits count, as they do when C++ is given a wider one.</param>
    public MersenneTwister(ulong seed)
    {
        _state[0] = (uint)seed;
        for (var i = 1; i < Size; i++)
        {
            var previous = _state[i - 1];
            _state[i] = (1812433253u * (previous ^ (previous >> 30))) + (uint)i;
        }
    }

    public uint Next()
    {
        if (_next == Size)
        {
            Twist();
        }

        var value = _state[_next++];
        value ^= value >> 11;
        value ^= (value << 7) & 0x9D2C5680u;
        value ^= (value << 15) & 0xEFC60000u;
        return value ^ (value >> 18);
    }

    /// <summary>Uniform in [0, 1) from two numbers, the first the lower half: libstdc++'s <c>generate_canonical</c> of a double.</summary>
    public double NextCanonical()
    {
        const double Range = 4294967296.0;
        var low = Next();
        var unit = (low + (Next() * Range)) / (Range * Range);
        return unit < 1 ? unit : Math.BitDecrement(1.0);
    }

    /// <summary>Exponentially distributed with mean 1 / <paramref name="rate"/>: libstdc++'s <c>exponential_distribution</c>.</summary>
    public double NextExponential(double rate) => -Math.Log(1 - NextCanonical()) / rate;

    /// <summary>Uniform below <paramref name="bound"/>, without bias: Lemire's multiplication (ACM TOMACS 29(1), 2019), as libstdc++ has it since GCC 11.</summary>
    /// <param name="bound">1 or more.</param>
    public uint NextBelow(uint bound)
    {
        var product = (ulong)Next() * bound;
        if ((uint)product < bound)
        {
            var biased = (0u - bound) % bound;
            while ((uint)product < biased)
            {
                product = (ulong)Next() * bound;
            }
        }

        return (uint)(product >> 32);
    }

    /// <summary>
    /// Fisher and Yates from the front, as libstdc++'s <c>shuffle</c>: up to 65535 items, one number serves two swaps.
    /// </summary>
    public void Shuffle(Span<int> items)
    {
        if (items.Length == 0)
        {
            return;
        }

        var next = 1;
        if (uint.MaxValue / (uint)items.Length >= (uint)items.Length)
        {
            if (items.Length % 2 == 0)
            {
                Swap(items, next++, (int)NextBelow(2));
            }

            for (; next < items.Length; next += 2)
            {
                var second = (uint)next + 2;
                var both = NextBelow(((uint)next + 1) * second);
                Swap(items, next, (int)(both / second));
                Swap(items, next + 1, (int)(both % second));
            }

            return;
        }

        for (; next < items.Length; next++)
        {
            Swap(items, next, (int)NextBelow((uint)next + 1));
        }
    }

    private static void Swap(Span<int> items, int one, int other) => (items[one], items[other]) = (items[other], items[one]);

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var mixed = (_state[i] & 0x80000000u) | (_state[(i + 1) % Size] & 0x7FFFFFFFu);
            _state[i] = _state[(i + Middle) % Size] ^ (mixed >> 1) ^ ((mixed & 1) * 0x9908B0DFu);
        }

        _next = 0;
    }
}
