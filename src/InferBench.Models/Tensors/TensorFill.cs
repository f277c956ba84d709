using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tensors;

/// <summary>A rule that makes a tensor's elements, so that two programs can feed the same input without exchanging it.</summary>
public sealed record TensorFill
{
    public required TensorFillKind Kind { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Dg1"/>: the number of the input, which makes inputs differ.</summary>
    public uint Stream { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Dg1"/>: half the width of floating-point values.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Of <see cref="TensorFillKind.Dg1"/>: the middle of floating-point values.</summary>
    public double Shift { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Dg1"/>: how many integers there are to choose from.</summary>
    public double High { get; init; } = 10;

    /// <summary>Of <see cref="TensorFillKind.Dg1"/>: the lowest integer.</summary>
    public double Low { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Const"/>: the value.</summary>
    public double Value { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Arange"/>: after how many elements it starts again; null is the last dimension.</summary>
    public long? Period { get; init; }

    /// <summary>Of <see cref="TensorFillKind.Arange"/>: the first value.</summary>
    public double Base { get; init; }

    /// <summary>A tensor with this fill. A string tensor holds the numbers' texts.</summary>
    /// <exception cref="ModelFormatException">The shape is impossible or too large, the type is not one of the host's, or cannot hold the values.</exception>
    public HostTensor Make(OnnxElementType type, IReadOnlyList<long> dims)
    {
        if (!type.IsOnHost())
        {
            throw new ModelFormatException($"values of type {type.Name()} cannot be made");
        }

        if (TensorShape.Elements(type, dims) is not { } elements)
        {
            throw new ModelFormatException($"the shape {TensorShape.Text(dims)} is impossible, or has more than {TensorShape.MostBytes >> 30} GiB");
        }

        if (Period <= 0)
        {
            throw new ModelFormatException(string.Create(CultureInfo.InvariantCulture, $"the period {Period} of arange must be positive"));
        }

        return type == OnnxElementType.String ? Strings(dims, (int)elements) : Numbers(type, dims, (int)elements);
    }

    private HostTensor Strings(IReadOnlyList<long> dims, int elements)
    {
        var strings = new string[elements];
        for (var i = 0; i < elements; i++)
        {
            strings[i] = At(OnnxElementType.Int64, i, Period ?? dims.LastOrDefault(1)).ToString(CultureInfo.InvariantCulture);
        }

        return HostTensor.OfStrings(dims, strings);
    }

    private HostTensor Numbers(OnnxElementType type, IReadOnlyList<long> dims, int elements)
    {
        const int chunk = 1024;
        Span<double> numbers = stackalloc double[chunk];
        var period = Period ?? dims.LastOrDefault(1);
        var size = TensorShape.Size(type);
        var bytes = new byte[elements * size];
        try
        {
            for (var start = 0; start < elements; start += chunk)
            {
                var part = numbers[..Math.Min(chunk, elements - start)];
                for (var i = 0; i < part.Length; i++)
                {
                    part[i] = At(type, start + i, period);
                }

                ElementCodec.Write(type, part, bytes.AsSpan(start * size, part.Length * size));
            }
        }
        catch (OverflowException e)
        {
            throw new ModelFormatException($"{type.Name()} cannot hold the values of the fill {Kind.ToString().ToLowerInvariant()}", e);
        }

        return HostTensor.OfBytes(type, dims, bytes);
    }

    private double At(OnnxElementType type, int index, long period) => Kind switch
    {
        TensorFillKind.Dg1 => Dg1(type, index),
        TensorFillKind.Ones => 1,
        TensorFillKind.Const => Value,
        TensorFillKind.Arange => (index % period) + Base,
        _ => 0,
    };

    // x = (i * 2654435761 + j * 40503 + 12345) mod 2^32, U = x / 2^32: unsigned arithmetic wraps as the rule asks.
    private double Dg1(OnnxElementType type, int index)
    {
        var uniform = unchecked(((uint)index * 2654435761u) + (Stream * 40503u) + 12345u) / 4294967296.0;
        return type.IsFloating() ? (Scale * ((2 * uniform) - 1)) + Shift
            : type == OnnxElementType.Bool ? (uniform >= 0.5 ? 1 : 0)
            : Math.Floor(uniform * High) + Low;
    }
}
