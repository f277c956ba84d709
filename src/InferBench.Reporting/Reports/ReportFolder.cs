using System.Text;
using InferBench.Core.Errors;

namespace InferBench.Reporting.Reports;

/// <summary>
/// Where reports are written. A file appears whole or not at all, because a reader may have the old one open, and nothing is written outside.
/// </summary>
internal sealed class ReportFolder(string path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _root = Path.GetFullPath(path);

    /// <returns>The file's full path.</returns>
    public string Write(string relative, string text) => Write(relative, Utf8.GetBytes(text));

    /// <returns>The file's full path.</returns>
    public string Write(string relative, byte[] bytes)
    {
        var file = Path.GetFullPath(relative, _root);
        if (!file.StartsWith(_root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{relative}' leads out of the report's folder.", nameof(relative));
        }

        var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
        if (folder.FullName != _root && folder.LinkTarget is not null)
        {
            throw new BadInputException($"{folder.FullName}: is a link, and reports are written to real folders only; remove it");
        }

        folder.Create();
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return file;
    }
}
