using System.Globalization;
using System.Text;
using InferBench.Core.Errors;
using InferBench.Core.Inputs;

namespace InferBench.Economics.Demand;

/// <summary>
/// Reads a trace of requests: a CSV file with the header <c>timestamp,input_tokens,output_tokens</c>, the columns in any order, a request on each line in order of arrival.
/// A timestamp is in seconds, with a point before decimals, or ISO 8601; one file has one kind.
/// </summary>
public static class TraceReader
{
    private const long MostBytes = 256 << 20;
    private const int MostRequests = 5_000_000;
    private const int LongestLine = 1_000;
    private const int MostProblems = 10;
    private const int MostTokens = 100_000_000;

    private static readonly string[] Columns = ["timestamp", "input_tokens", "output_tokens"];

    /// <exception cref="BadInputException">The file is missing, too large, or not such a trace; a line for each problem, at most ten.</exception>
    public static IReadOnlyList<TraceRequest> Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return InputFile.Read(path, MostBytes, stream =>
            {
                using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
                return Read(reader, name);
            });
        }
        catch (DecoderFallbackException problem)
        {
            throw new BadInputException($"{name}: is not UTF-8 text", problem);
        }
    }

    internal static IReadOnlyList<TraceRequest> Read(TextReader reader, string name)
    {
        var lines = new BoundedLines(reader, LongestLine);
        var header = lines.Next() ?? throw new BadInputException($"{name}: is empty; its first line must be {string.Join(',', Columns)}");
        var order = Order(header, name);
        var rows = new TraceRows(name, order);
        while (lines.Next() is { } line)
        {
            if (lines.WasCut)
            {
                rows.Complain(lines.Number, string.Create(CultureInfo.InvariantCulture, $"is longer than {LongestLine} characters"));
            }
            else if (line.AsSpan().Trim().Length > 0)
            {
                rows.Add(lines.Number, line, MostTokens);
            }

            if (rows.Requests.Count > MostRequests)
            {
                throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{name}: has more than {MostRequests:#,0} requests; give a part of it"));
            }

            if (rows.Problems.Count >= MostProblems)
            {
                break;
            }
        }

        return rows.Problems.Count > 0 ? throw BadInputException.Of(rows.Problems)
            : rows.Requests.Count < 2 ? throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{name}: has {rows.Requests.Count} requests; a rate needs at least two"))
            : rows.Requests[^1].AtSeconds <= rows.Requests[0].AtSeconds ? throw new BadInputException($"{name}: all requests arrive at the same time; a rate needs at least two times")
            : rows.Requests;
    }

    /// <summary>Where each of the known columns stands.</summary>
    private static int[] Order(string header, string name)
    {
        var names = header.TrimStart('\uFEFF').Split(',', StringSplitOptions.TrimEntries);
        if (names.Length == 1 && header.Contains(';', StringComparison.Ordinal))
        {
            throw new BadInputException($"{name} line 1: columns are parted by semicolons; part them by commas, and write decimals with a point");
        }

        var problems = new List<string>();
        problems.AddRange(names.Where(column => !Columns.Contains(column, StringComparer.Ordinal)).Select(column =>
            $"{name} line 1: '{OneLine.Of(column, 60)}' is no column of a trace; there are {string.Join(", ", Columns)}"));
        problems.AddRange(Columns.Where(column => names.Count(other => other == column) > 1).Select(column => $"{name} line 1: the column {column} is there twice"));
        problems.AddRange(Columns.Where(column => !names.Contains(column, StringComparer.Ordinal)).Select(column =>
            $"{name} line 1: the column {column} is missing; the header must be {string.Join(',', Columns)}"));
        return problems.Count == 0 ? [.. Columns.Select(column => Array.IndexOf(names, column))] : throw BadInputException.Of([.. problems.Take(MostProblems)]);
    }
}
