using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Runs;

/// <summary>Reads <c>run.json</c>, which may come from anybody.</summary>
public static class RunDocumentReader
{
    private const string FileName = "run.json";
    private const long MostBytes = 1L << 30;

    /// <param name="path">A run's folder, or its document.</param>
    /// <returns>The document's own path.</returns>
    /// <exception cref="BadInputException">There is no such run, or its document is larger than any run's.</exception>
    public static string Locate(string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        if (!File.Exists(file))
        {
            throw new BadInputException($"{path}: there is no {(Directory.Exists(path) ? $"{FileName} in it" : "such run")}");
        }

        return new FileInfo(file).Length <= MostBytes
            ? file
            : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{file}: is larger than {MostBytes >> 20} MiB, which no run is"));
    }

    /// <param name="path">A run's folder, or its document.</param>
    /// <exception cref="BadInputException">There is no such run, or it is no run of this program.</exception>
    public static RunDocument Read(string path)
    {
        var file = Locate(path);
        using var json = Parse(File.ReadAllBytes(file), file);
        return Read(json, file);
    }

    /// <param name="json">The document's bytes.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="BadInputException">The bytes are no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, string name)
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

    /// <exception cref="BadInputException">It is no run document, or one of another schema.</exception>
    public static RunDocument Read(JsonDocument json, string name)
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
