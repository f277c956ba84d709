using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Journals;

/// <summary>Reads a journal, torn lines left out: a writer that was killed leaves at most one for each time.</summary>
public static class JournalReader
{
    private const int MaximumLineBytes = 256 << 20;

    /// <exception cref="BadInputException">The journal is missing, or a whole line is not a row.</exception>
    public static IReadOnlyList<JournalRow> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new BadInputException($"{path}: there is no such journal");
        }

        var rows = new List<JournalRow>();
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var lines = new StreamReader(file);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.Length > MaximumLineBytes)
            {
                throw new BadInputException($"{path}, line {number}: too long for a journal row");
            }

            if (IsWhole(line))
            {
                rows.Add(Parse(line, path, number));
            }
        }

        return rows;
    }

    private static JournalRow Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CoreJson.Default.JournalRow) ?? throw new BadInputException($"{path}, line {number}: an empty row");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            throw new BadInputException($"{path}, line {number}: not a journal row of this version: {problem.Message.Split(" Path:", 2)[0]}", problem);
        }
    }

    /// <summary>Whether the line is a JSON document at all: what a torn write leaves is not.</summary>
    private static bool IsWhole(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
