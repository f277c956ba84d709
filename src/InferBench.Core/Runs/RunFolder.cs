using System.Globalization;
using System.Text;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;

namespace InferBench.Core.Runs;

/// <summary>A run's folder and the names in it.</summary>
public sealed class RunFolder
{
    /// <summary>File name of a run's journal.</summary>
    public const string JournalName = "journal.jsonl";

    private RunFolder(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public string Id => System.IO.Path.GetFileName(Path);

    public string Journal => System.IO.Path.Combine(Path, JournalName);

    public string Document => System.IO.Path.Combine(Path, "run.json");

    /// <summary>Finds out before anything is built or measured whether results can be kept.</summary>
    /// <exception cref="BadInputException">They cannot.</exception>
    public static void RequireWritable(string results)
    {
        try
        {
            Directory.CreateDirectory(results);
            var probe = System.IO.Path.Combine(results, $".inferbench-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(results, problem);
        }
    }

    /// <summary>Makes a new run folder, named after the time and the first model.</summary>
    /// <exception cref="BadInputException">The results folder cannot be written.</exception>
    public static RunFolder Create(string results, string model, DateTimeOffset now)
    {
        var folder = new RunFolder(CreateEmpty(results, Stem(model, now)));
        try
        {
            using (File.Create(folder.Journal))
            {
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(results, problem);
        }

        return folder;
    }

    /// <summary>Makes a new folder for a load scenario, which has no journal to resume from.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="BadInputException">The results folder cannot be written.</exception>
    public static string CreateForLoad(string results, string model, string scenario, DateTimeOffset now) =>
        CreateEmpty(results, $"{Stem(model, now)}-{Slug(scenario)}");

    private static string CreateEmpty(string results, string stem)
    {
        try
        {
            Directory.CreateDirectory(results);
            for (var attempt = 1; ; attempt++)
            {
                var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(results, attempt == 1 ? stem : $"{stem}-{attempt}"));
                if (!Directory.Exists(path))
                {
                    Directory.CreateDirectory(path);
                    return path;
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(results, problem);
        }
    }

    private static string Stem(string model, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{Slug(model)}");

    /// <summary>Opens a run by its folder, or by its name inside the results folder.</summary>
    /// <exception cref="BadInputException">There is no such run.</exception>
    public static RunFolder Open(string results, string run)
    {
        foreach (var path in new[] { run, System.IO.Path.Combine(results, run) })
        {
            var folder = new RunFolder(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
            if (File.Exists(folder.Journal))
            {
                return folder;
            }
        }

        throw new BadInputException($"{run}: there is no run with a journal here or in {results}");
    }

    /// <summary>Writes <c>run.json</c>; a reader never sees half of it.</summary>
    public void WriteDocument(RunDocument document)
    {
        var partial = Document + ".partial";
        using (var file = File.Create(partial))
        {
            using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            {
                JsonSerializer.Serialize(writer, document, CoreJson.Default.RunDocument);
            }

            file.Write("\n"u8);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, Document, overwrite: true);
    }

    /// <summary>Keeps a second supervisor out of the same run for as long as the result is held.</summary>
    /// <exception cref="BadInputException">Another process holds it.</exception>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(
                System.IO.Path.Combine(Path, ".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem)
        {
            throw new BadInputException($"{Id}: another process is running it", problem);
        }
    }

    private static BadInputException Unwritable(string results, Exception problem) =>
        new($"{results}: results cannot be written there ({problem.Message.TrimEnd('.')}); choose another folder with --results", problem);

    private static string Slug(string model)
    {
        var slug = new StringBuilder();
        foreach (var rune in model.ToLowerInvariant())
        {
            slug.Append(char.IsAsciiLetterOrDigit(rune) || rune == '.' ? rune : '-');
        }

        var text = slug.ToString().Trim('-', '.');
        return text.Length == 0 ? "run" : text[..Math.Min(text.Length, 40)];
    }
}
