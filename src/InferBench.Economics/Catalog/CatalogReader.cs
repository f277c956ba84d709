using System.Text.Json;
using System.Text.RegularExpressions;
using InferBench.Core.Errors;

namespace InferBench.Economics.Catalog;

/// <summary>Reads a file of the catalog. An unknown field is an error: a misspelt one would silently leave another price in force.</summary>
internal static partial class CatalogReader
{
    private const long MaximumBytes = 4 << 20;

    /// <summary>The bytes of a user's file, bounded.</summary>
    /// <exception cref="BadInputException">It is missing, too large, or cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new BadInputException($"{path}: there is no such catalog file");
        }

        if (file.Length > MaximumBytes)
        {
            throw new BadInputException($"{path}: too large for a catalog: {file.Length / 1024} kB, and {MaximumBytes / 1024} kB is the most");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: cannot be read: {problem.Message}", problem);
        }
    }

    /// <param name="utf8">The document.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="BadInputException">Not JSON, or not a catalog; the message names the field.</exception>
    public static CatalogDocument Document(ReadOnlySpan<byte> utf8, string name)
    {
        try
        {
            var document = JsonSerializer.Deserialize(WithoutMark(utf8), CatalogJson.Default.CatalogDocument)
                ?? throw new BadInputException($"{name}: the catalog is empty");
            return document.SchemaVersion is null or CatalogDocument.CurrentSchemaVersion
                ? document
                : throw new BadInputException($"{name}: schemaVersion is {document.SchemaVersion}; this program reads {CatalogDocument.CurrentSchemaVersion}");
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{name}: {Describe(problem, utf8)}", problem);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8 is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : utf8;

    private static string Describe(JsonException problem, ReadOnlySpan<byte> utf8)
    {
        var line = problem.LineNumber is { } number ? $", line {number + 1}" : "";
        if (problem.LineNumber is { } index && CommaNumber().Match(Line(utf8, index)) is { Success: true, Value: var comma })
        {
            return $"not JSON{line}: '{comma}' has a decimal comma; write a decimal point, such as {comma.Replace(',', '.')}";
        }

        var field = problem.Path is { Length: > 2 } path ? $"field '{path[2..]}'" : "the document";
        if (problem.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return $"{field}{line} is not a field of a catalog; see 'inferbench schema catalog'";
        }

        // "... was missing required properties including: 'gpu', 'plan'."
        if (MissingFields().Match(problem.Message) is { Success: true, Groups: var missing })
        {
            return $"{field}{line} lacks {missing[1].Value}";
        }

        // The serializer's own sentence ends with the path and position that are already said.
        var message = problem.Message.Split(" Path:", 2)[0].Trim().TrimEnd('.');
        return message.Contains("could not be converted to ", StringComparison.Ordinal)
            ? $"{field}{line} has a value that it cannot have; see 'inferbench schema catalog'"
            : $"{field}{line}: {message}";
    }

    private static string Line(ReadOnlySpan<byte> utf8, long index)
    {
        foreach (var range in utf8.Split((byte)'\n'))
        {
            if (index-- == 0)
            {
                return System.Text.Encoding.UTF8.GetString(utf8[range]);
            }
        }

        return "";
    }

    [GeneratedRegex(@"(?<=:\s*)-?\d+,\d+(?=\s*[,}\r\n]|\s*$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommaNumber();

    [GeneratedRegex(@"missing required properties including: (.+?)\.?(?: Path:.*)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MissingFields();
}
