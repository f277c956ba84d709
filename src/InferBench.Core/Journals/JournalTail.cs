using System.Buffers;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Journals;

/// <summary>
/// Reads a journal as it grows: each call returns the rows that were finished since the last one. Torn lines are left out:
/// a writer that was killed leaves at most one each time.
/// </summary>
/// <param name="path">The journal.</param>
public sealed class JournalTail(string path)
{
    private const long MaximumRowBytes = 1 << 30;
    private long _offset;
    private int _line;

    /// <exception cref="BadInputException">The journal is missing, or a whole line is not a row of this version.</exception>
    public IReadOnlyList<JournalRow> ReadNew()
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"{path}: there is no such journal");
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var length = file.Length - _offset;
        if (length <= 0)
        {
            return [];
        }

        if (length > MaximumRowBytes)
        {
            throw new BadInputException($"{path}: too large for a journal");
        }

        var bytes = new byte[length];
        file.Seek(_offset, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        return Parse(bytes);
    }

    private List<JournalRow> Parse(byte[] bytes)
    {
        var rows = new List<JournalRow>();
        var rest = bytes.AsMemory();
        while (rest.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line++;
            _offset += end + 1;
            var line = rest[..end];
            rest = rest[(end + 1)..];
            if (IsWhole(line))
            {
                rows.Add(ParseRow(line.Span));
            }
        }

        return rows;
    }

    private JournalRow ParseRow(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CoreJson.Default.JournalRow) ?? throw new BadInputException($"{path}, line {_line}: an empty row");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new BadInputException($"{path}, line {_line}: not a journal row of this version: {problem.Message.Split(" Path:", 2)[0]}", problem);
        }
    }

    /// <summary>Whether the line is a JSON document at all: what a torn write leaves is not.</summary>
    private static bool IsWhole(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(new ReadOnlySequence<byte>(line));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
