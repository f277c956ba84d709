namespace InferBench.Economics.Catalog;

/// <summary>Names that somebody may have meant.</summary>
public static class NearNames
{
    private const int Shown = 3;

    /// <summary>Names that hold all the words of the one that is wrong, else those a few letters away; at most three, nearest first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> names, string wrong)
    {
        var words = wrong.Split(['-', '/', ' ', '_', '#', '@'], StringSplitOptions.RemoveEmptyEntries);
        var all = names.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var holding = all.Where(name => words.Length > 0 && words.All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToList();
        return holding.Count > 0
            ? [.. holding.Take(Shown)]
            : [.. all.Select(name => (Name: name, Distance: Distance(name.ToUpperInvariant(), wrong.ToUpperInvariant())))
                .Where(near => near.Distance <= Math.Max(1, wrong.Length / 4))
                .OrderBy(near => near.Distance)
                .Take(Shown)
                .Select(near => near.Name)];
    }

    /// <summary>Levenshtein's edit distance.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
