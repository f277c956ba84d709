using System.Security.Cryptography;
using System.Text;
using InferBench.Core.Errors;

namespace InferBench.Core.Verification;

/// <summary><c>SHA256SUMS</c> of a run's folder, in the form that <c>sha256sum --check</c> reads.</summary>
public static class FileSums
{
    public const string FileName = "SHA256SUMS";

    private const int HashLength = 64;
    private const long MostBytes = 1 << 20;

    /// <summary>Writes the sums of every file in the folder and below it.</summary>
    public static void Write(string folder)
    {
        var sums = new StringBuilder();
        foreach (var name in Names(folder))
        {
            sums.Append(Hash(Path.Combine(folder, name))).Append("  ").Append(name).Append('\n');
        }

        Replace(Path.Combine(folder, FileName), sums.ToString());
    }

    /// <summary>
    /// Brings the sums of some files up to what they are now, where the folder has sums. Those of all other files stay as they were written: a changed
    /// document is not made good by rendering it again.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="written">Paths of files in it, or below it.</param>
    /// <exception cref="BadInputException">The sums cannot be read.</exception>
    public static void Update(string folder, IEnumerable<string> written)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return;
        }

        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (hash, name) in Read(path))
        {
            sums[name] = hash;
        }

        foreach (var file in written)
        {
            sums[Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')] = Hash(file);
        }

        Replace(path, string.Concat(sums.Select(sum => $"{sum.Value}  {sum.Key}\n")));
    }

    /// <summary>What does not hold: files that have changed, have gone, or were put there.</summary>
    /// <returns>Null where the folder has no sums.</returns>
    /// <exception cref="BadInputException">The sums cannot be read, or name a file outside the folder.</exception>
    public static IReadOnlyList<string>? Check(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var problems = new List<string>();
        var here = Names(folder).ToHashSet(StringComparer.Ordinal);
        foreach (var (hash, name) in Read(path))
        {
            // Only names that were found in the folder are opened: a sum leads nowhere else.
            if (!here.Remove(name))
            {
                problems.Add($"{name}: is in {FileName} and not in the folder");
            }
            else if (!hash.Equals(Hash(Path.Combine(folder, name)), StringComparison.OrdinalIgnoreCase))
            {
                problems.Add($"{name}: was changed since {FileName} was written");
            }
        }

        problems.AddRange(here.Order(StringComparer.Ordinal).Select(name => $"{name}: is in the folder and not in {FileName}"));
        return problems;
    }

    /// <exception cref="BadInputException">It is too large, or a line of it is no sum.</exception>
    private static IEnumerable<(string Hash, string Name)> Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
        {
            throw new BadInputException($"{FileName}: too large for sums");
        }

        foreach (var line in File.ReadAllLines(path).Where(line => line.Length > 0))
        {
            yield return line.Length >= HashLength + 3 && line[HashLength] == ' '
                ? (line[..HashLength], line[(HashLength + 2)..])
                : throw new BadInputException($"{FileName}: a line is no hash with a file name");
        }
    }

    private static void Replace(string path, string text)
    {
        var partial = path + ".partial";
        File.WriteAllText(partial, text);
        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Names with slashes, in order; locks and unfinished files left out, and links not followed.</summary>
    private static IEnumerable<string> Names(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(name => name is not (FileName or ".lock") && !name.EndsWith(".partial", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
