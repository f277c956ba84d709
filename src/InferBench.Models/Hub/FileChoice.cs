using System.IO.Enumeration;

namespace InferBench.Models.Hub;

/// <summary>
/// Which files of a repository a runnable model needs: the .onnx files that were asked for, their external data, and the configuration and
/// tokenizer in their folders and above.
/// </summary>
/// <param name="Files">Sorted by path, each with a path that may be written.</param>
/// <param name="Models">The .onnx files among them.</param>
internal sealed record FileChoice(IReadOnlyList<HubFile> Files, IReadOnlyList<HubFile> Models)
{
    private const int MostListed = 60;

    private static readonly string[] CompanionNames =
    [
        "config.json", "genai_config.json", "generation_config.json", "tokenizer*.json", "tokenizer.model", "vocab.*", "merges.txt",
        "special_tokens_map.json",
    ];

    /// <param name="patterns">
    /// File names or paths with <c>*</c> and <c>?</c>; a star also spans folders, and a pattern without a slash is for names in any folder.
    /// Empty: the only .onnx file there is.
    /// </param>
    /// <exception cref="HubException">Nothing matches, there are several models and none was chosen, or a path may not be written.</exception>
    public static FileChoice Of(HubRepo repo, IReadOnlyList<HubFile> files, IReadOnlyList<string> patterns)
    {
        var asked = patterns.Count == 0 ? [OnlyModel(repo, files)] : patterns.SelectMany(pattern => Matching(repo, files, pattern)).ToList();
        var models = asked.Where(file => file.IsModel).DistinctBy(file => file.Path, StringComparer.Ordinal).ToList();
        var chosen = asked
            .Concat(models.SelectMany(model => files.Where(file => IsDataOf(model, file) || IsCompanionOf(model, file))))
            .DistinctBy(file => file.Path, StringComparer.Ordinal)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        Check(repo, chosen);
        return new FileChoice(chosen, models);
    }

    private static HubFile OnlyModel(HubRepo repo, IReadOnlyList<HubFile> files) => files.Where(file => file.IsModel).ToList() switch
    {
        [var only] => only,
        [] => throw new HubException($"{repo}: has no .onnx file; look for a repository with an ONNX export, its name often ends with -ONNX"),
        var several => throw new HubException(several
            .Take(MostListed)
            .Select(model => $"  --file {Printable.Of(model.Path)}  ({FileSize.Text(BytesWithData(model, files))})")
            .Prepend($"{repo}: has several models, choose with one of:")),
    };

    private static long BytesWithData(HubFile model, IReadOnlyList<HubFile> files) =>
        model.Bytes + files.Where(file => IsDataOf(model, file)).Sum(file => file.Bytes);

    private static List<HubFile> Matching(HubRepo repo, IReadOnlyList<HubFile> files, string pattern)
    {
        var matching = files.Where(file => FileSystemName.MatchesSimpleExpression(
            pattern, pattern.Contains('/', StringComparison.Ordinal) ? file.Path : file.Name, ignoreCase: false)).ToList();
        return matching.Count > 0 ? matching : throw new HubException($"{repo}: no file matches \"{Printable.Of(pattern)}\"; see --list");
    }

    /// <summary>By the names that exporters use: <c>model.onnx_data</c>, <c>model.onnx_data_1</c>, <c>model.onnx.data</c>, <c>model_data</c>, <c>model.data</c>.</summary>
    private static bool IsDataOf(HubFile model, HubFile file) =>
        !file.IsModel
        && file.Folder == model.Folder
        && (IsDataSuffix(file.Name, model.Name) || IsDataSuffix(file.Name, model.Name[..^".onnx".Length]));

    private static bool IsDataSuffix(string name, string stem) =>
        name.StartsWith(stem, StringComparison.Ordinal)
        && name[stem.Length..] is var suffix
        && (suffix.StartsWith("_data", StringComparison.Ordinal) || suffix.StartsWith(".data", StringComparison.Ordinal))
        && suffix.AsSpan(5).IndexOfAnyExcept("_.-0123456789") < 0;

    private static bool IsCompanionOf(HubFile model, HubFile file) =>
        (file.Folder.Length == 0 || model.Folder == file.Folder || model.Folder.StartsWith(file.Folder + "/", StringComparison.Ordinal))
        && CompanionNames.Any(name => FileSystemName.MatchesSimpleExpression(name, file.Name, ignoreCase: false));

    private static void Check(HubRepo repo, List<HubFile> chosen)
    {
        HashSet<string> seen = [];
        foreach (var file in chosen)
        {
            if (SafePath.ProblemOf(file.Path) is { } problem)
            {
                throw new HubException($"{repo}: the path \"{Printable.Of(file.Path)}\" {problem}; the repository is refused");
            }

            if (!seen.Add(SafePath.Folded(file.Path)))
            {
                throw new HubException($"{repo}: two files differ only in case: \"{Printable.Of(file.Path)}\"; the repository is refused");
            }
        }

        if (chosen.FirstOrDefault(file => Parents(file).Any(seen.Contains)) is { } inside)
        {
            throw new HubException($"{repo}: a folder of \"{Printable.Of(inside.Path)}\" is also a file; the repository is refused");
        }
    }

    private static IEnumerable<string> Parents(HubFile file)
    {
        for (var folder = SafePath.Folded(file.Folder); folder.Length > 0; folder = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : "")
        {
            yield return folder;
        }
    }
}
