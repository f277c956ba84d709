namespace InferBench.Runtime.Libraries;

/// <summary>Orders names by the numbers in them: cuda-9.2, cuda-13.0, cuda-13.10.</summary>
internal sealed class VersionedNames : IComparer<string?>
{
    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var difference = char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]) ? Number(a, ref i).CompareTo(Number(b, ref j)) : a[i++].CompareTo(b[j++]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return (a.Length - i).CompareTo(b.Length - j);
    }

    private static UInt128 Number(string text, ref int at)
    {
        UInt128 value = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            value = unchecked((value * 10) + (UInt128)(text[at] - '0'));
        }

        return value;
    }
}
