using System.Text.Json;
using InferBench.Core.Errors;

namespace InferBench.Core.Loads;

/// <summary>A file of <see cref="LoadRow"/>s, one JSON line each: what has been measured outlives a worker that dies.</summary>
public static class LoadRows
{
    private const long MostBytes = 1L << 30;

    /// <summary>Flushed to the disk before the call returns.</summary>
    public static void Append(string path, LoadRow row)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(row, LoadJson.Default.LoadRow), (byte)'\n']);
        file.Flush(flushToDisk: true);
    }

    /// <returns>The whole rows; none where there is no file. What a killed writer left unfinished is not returned.</returns>
    /// <exception cref="BadInputException">The file is too large, or a whole line is no row of this version.</exception>
    public static IReadOnlyList<LoadRow> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new BadInputException($"{Path.GetFileName(path)}: too large for what a scenario measures");
        }

        var text = File.ReadAllText(path);
        try
        {
            return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize(line, LoadJson.Default.LoadRow)!)];
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{Path.GetFileName(path)}: a line is not what this version of the worker writes", problem);
        }
    }
}
