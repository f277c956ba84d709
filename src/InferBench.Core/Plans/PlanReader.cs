using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Plans;

/// <summary>Reads a plan file. An unknown field is an error: a misspelt one would silently measure something else.</summary>
public static class PlanReader
{
    private const long MaximumBytes = 1 << 20;

    /// <exception cref="BadInputException">The file is missing, too large, not JSON, or not a plan; the message names the field.</exception>
    public static Plan Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new BadInputException($"{path}: there is no such plan file");
        }

        if (file.Length > MaximumBytes)
        {
            throw new BadInputException($"{path}: a plan is a small JSON file; this one has {file.Length / 1024} kB");
        }

        try
        {
            var plan = JsonSerializer.Deserialize(File.ReadAllBytes(path), CoreJson.Default.Plan) ?? throw new BadInputException($"{path}: the plan is empty");
            return plan.SchemaVersion is null or Plan.CurrentSchemaVersion
                ? plan
                : throw new BadInputException($"{path}: schemaVersion is {plan.SchemaVersion}; this program reads {Plan.CurrentSchemaVersion}");
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{path}: {Describe(problem)}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: cannot be read: {problem.Message}", problem);
        }
    }

    private static string Describe(JsonException problem)
    {
        var field = problem.Path is { Length: > 2 } path ? $"field '{path[2..]}'" : "the document";
        var line = problem.LineNumber is { } number ? $", line {number + 1}" : "";
        if (problem.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return $"{field}{line} is not a field of a plan; see 'inferbench schema plan'";
        }

        // The serializer's own sentence ends with the path and position that are already said.
        var message = problem.Message.Split(" Path:", 2)[0].Trim().TrimEnd('.');
        return $"{field}{line}: {message}";
    }
}
