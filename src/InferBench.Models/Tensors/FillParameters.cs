using System.Globalization;

namespace InferBench.Models.Tensors;

/// <summary>Reads fills as reference files and the command line write them.</summary>
public static class FillParameters
{
    /// <summary>Words for fills, such as <c>dg1</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<TensorFillKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads a fill with its parameters, such as <c>dg1,scale=0.1</c> or <c>const,v=16000</c>.</summary>
    /// <param name="text">A word of <see cref="Names"/>, then parameters: j, scale, shift, hi, lo, v, period, base.</param>
    /// <param name="stream">The number of the input, unless <c>j</c> says another.</param>
    /// <exception cref="ModelFormatException">It is not in that form.</exception>
    public static TensorFill Parse(string text, uint stream)
    {
        var parts = text.Split(',');
        var spec = new ReferenceSpec { Fill = parts[0].Trim(), J = stream };
        foreach (var part in parts.Skip(1))
        {
            var (key, value) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right) : (part, "");
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                throw new ModelFormatException($"fill \"{text}\": \"{part}\" is not NAME=NUMBER");
            }

            spec = key switch
            {
                "j" when number is >= 0 and <= uint.MaxValue => spec with { J = (uint)number },
                "scale" => spec with { Scale = number },
                "shift" => spec with { Shift = number },
                "hi" => spec with { Hi = number },
                "lo" => spec with { Lo = number },
                "v" => spec with { V = number },
                "period" when Math.Abs(number) <= int.MaxValue => spec with { Period = (long)number },
                "base" => spec with { Base = number },
                _ => throw new ModelFormatException($"fill \"{text}\": \"{part}\" is no parameter; use j, scale, shift, hi, lo, v, period or base"),
            };
        }

        return Of(spec, stream);
    }

    /// <exception cref="ModelFormatException">No fill goes by that word, or a parameter that it needs is missing.</exception>
    internal static TensorFill Of(ReferenceSpec spec, uint stream)
    {
        if (spec.Fill is not { } word || !Names.Contains(word, StringComparer.Ordinal))
        {
            throw new ModelFormatException($"fill \"{spec.Fill}\" is not known; use one of {string.Join(", ", Names)}");
        }

        var kind = Enum.Parse<TensorFillKind>(word, ignoreCase: true);
        return kind == TensorFillKind.Const && spec.V is null
            ? throw new ModelFormatException("fill const needs its value v")
            : new TensorFill
            {
                Kind = kind,
                Stream = spec.J ?? stream,
                Scale = spec.Scale ?? 1,
                Shift = spec.Shift ?? 0,
                High = spec.Hi ?? 10,
                Low = spec.Lo ?? 0,
                Value = spec.V ?? 0,
                Period = spec.Period,
                Base = spec.Base ?? 0,
            };
    }
}
