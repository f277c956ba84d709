using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Core.Verification;

namespace InferBench.Reporting.Sources;

/// <summary>The runs behind the paths that a person gives.</summary>
public static class RunSources
{
    private const string Document = "run.json";
    private const char Lines = '\n';

    /// <param name="paths">
    /// Runs' folders, their <c>run.json</c>, or folders that hold runs' folders. Among several, files and folders that are no run at all are left out, because a
    /// shell's <c>results/*</c> brings a README along; a document that cannot be read is refused all the same.
    /// </param>
    /// <param name="leftOut">Those left out.</param>
    /// <returns>At least one, each once, in the order given.</returns>
    /// <exception cref="BadInputException">A path leads nowhere, a document is no run's, or there is no run at all; a line for each.</exception>
    public static IReadOnlyList<RunSource> Read(IReadOnlyList<string> paths, out IReadOnlyList<string> leftOut)
    {
        var (sources, problems, strangers) = (new List<RunSource>(), new List<string>(), new List<string>());
        foreach (var path in paths)
        {
            try
            {
                var documents = Documents(path);
                if (documents.Count == 0 && paths.Count > 1)
                {
                    strangers.Add(path);
                }
                else if (documents.Count == 0)
                {
                    problems.Add(Directory.Exists(path) ? $"{path}: there is no {Document} in it, nor in a folder in it" : $"{path}: is no run; give a run's folder or its {Document}");
                }

                sources.AddRange(documents.Select(Read));
            }
            catch (BadInputException problem)
            {
                problems.AddRange(problem.Message.Split(Lines));
            }
        }

        if (problems.Count == 0 && sources.Count == 0)
        {
            problems.Add($"none of these is a run: {string.Join(", ", paths)}; give runs' folders");
        }

        leftOut = strangers;
        return problems.Count == 0 ? [.. sources.DistinctBy(source => source.Folder)] : throw BadInputException.Of(problems);
    }

    private static List<string> Documents(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) && Path.GetExtension(path) != ".json" ? [] : [RunDocumentReader.Locate(path)];
        }

        return File.Exists(Path.Combine(path, Document))
            ? [RunDocumentReader.Locate(path)]
            : [.. Directory.EnumerateDirectories(path).Where(folder => File.Exists(Path.Combine(folder, Document))).Order(StringComparer.Ordinal).Select(RunDocumentReader.Locate)];
    }

    private static RunSource Read(string file)
    {
        using var json = RunDocumentReader.Parse(File.ReadAllBytes(file), file);
        var run = RunDocumentReader.Read(json, file);
        RunDocumentRules.Check(run, file);
        return new(run, Path.GetDirectoryName(Path.GetFullPath(file))!, run.Digest is { } digest && digest != CanonicalJson.Sha256(json.RootElement));
    }
}
