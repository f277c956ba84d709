using System.Globalization;
using InferBench.Core.Errors;

namespace InferBench.Core.Inputs;

/// <summary>A file that somebody names: what keeps it from being read is said in one line.</summary>
public static class InputFile
{
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">Size above which it is refused before anything is read.</param>
    /// <param name="read">Reads it; may throw <see cref="BadInputException"/>.</param>
    /// <exception cref="BadInputException">It is missing, a pipe, too large, or cannot be read.</exception>
    public static T Read<T>(string path, long mostBytes, Func<Stream, T> read)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new BadInputException($"{path}: there is no such file");
        }

        try
        {
            using var stream = File.OpenRead(path);
            if (!stream.CanSeek)
            {
                throw new BadInputException($"{name}: is a pipe or device; save it as a file first");
            }

            return stream.Length <= mostBytes
                ? read(stream)
                : throw new BadInputException(string.Create(CultureInfo.InvariantCulture, $"{name}: is larger than {mostBytes >> 20} MiB; give a part of it"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{name}: cannot be read: {problem.Message}", problem);
        }
    }
}
