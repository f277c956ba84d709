namespace InferBench.Models.Quantization;

/// <summary>Turns 32-bit floats into 16-bit ones and counts what does not fit. Calls may run in parallel.</summary>
internal sealed class HalfNumbers
{
    private const float Largest = 65_504;
    private long _clamped;

    /// <summary>Finite numbers beyond ±65,504 that became ±65,504.</summary>
    public long Clamped => Interlocked.Read(ref _clamped);

    /// <summary>Rounds to nearest; infinities stay what they are, finite numbers stay finite.</summary>
    public void Convert(ReadOnlySpan<float> values, Span<Half> destination)
    {
        var clamped = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (MathF.Abs(value) > Largest && float.IsFinite(value))
            {
                value = MathF.CopySign(Largest, value);
                clamped++;
            }

            destination[i] = (Half)value;
        }

        if (clamped > 0)
        {
            Interlocked.Add(ref _clamped, clamped);
        }
    }

    /// <summary>As <see cref="Convert"/>, for a constant such as an epsilon: what is not zero stays so, or a division by it would fail.</summary>
    public void ConvertConstant(ReadOnlySpan<float> values, Span<Half> destination)
    {
        Convert(values, destination);
        for (var i = 0; i < values.Length; i++)
        {
            if (destination[i] == Half.Zero && values[i] != 0)
            {
                destination[i] = values[i] > 0 ? Half.Epsilon : -Half.Epsilon;
            }
        }
    }
}
