using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Runs;

/// <summary>Reads <c>run.json</c>, which anybody may have written.</summary>
public static class RunDocumentReader
{
    public const string FileName = "run.json";

    private const long MostBytes = 1L << 30;

    /// <param name="path">A run's folder, or its document.</param>
    /// <exception cref="BadInputException">There is no such run, or it is no run of this program.</exception>
    public static RunDocument Read(string path)
    {
        var file = FileOf(path);
        try
        {
            using var json = Parse(File.ReadAllBytes(file), file);
            return Read(json, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file}: cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The document of a run, its size checked before anything is read.</summary>
    /// <exception cref="BadInputException">There is none, or it is larger than any run.</exception>
    public static string FileOf(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return !File.Exists(file) ? throw new BadInputException($"{path}: there is no {(Directory.Exists(path) ? $"{FileName} in it" : "such run")}")
            : new FileInfo(file).Length > MostBytes ? throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{file}: is larger than {MostBytes >> 20} MiB, which no run is"))
            : file;
    }

    /// <exception cref="BadInputException">The bytes are not JSON.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{name}: not JSON: {problem.Message.Split(" LineNumber", 2)[0]}", problem);
        }
    }

    /// <exception cref="BadInputException">It is no run document of this program.</exception>
    internal static RunDocument Read(JsonDocument json, string name)
    {
        try
        {
            var document = json.Deserialize(CoreJson.Default.RunDocument) ?? throw new BadInputException($"{name}: the document is empty");
            return document.SchemaVersion == RunDocument.CurrentSchemaVersion
                ? document
                : throw new BadInputException($"{name}: schemaVersion is {document.SchemaVersion}; this program reads {RunDocument.CurrentSchemaVersion}");
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{name}: not a run document: {problem.Message.Split(" Path:", 2)[0].TrimEnd('.')} ({problem.Path})", problem);
        }
    }
}
