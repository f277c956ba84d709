using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Cli.Bundles;

/// <summary>A size as coreutils' split takes it: a number of bytes, or one with K, M or G, powers of 1024.</summary>
internal static class PartSize
{
    private const long Least = 1 << 20;

    /// <exception cref="BadInputException">No size, or a part too small to be of use.</exception>
    public static long Parse(string text)
    {
        var shift = text.Length == 0 ? 0 : char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        var digits = shift == 0 ? text : text[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= long.MaxValue >> shift && count << shift >= Least
            ? count << shift
            : throw new BadInputException($"--split: '{text}' is no size of at least 1M; write 56M or 1G");
    }
}
