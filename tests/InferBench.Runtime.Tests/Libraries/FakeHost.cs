using InferBench.Runtime.Libraries;

namespace InferBench.Tests.Runtime.Libraries;

/// <summary>A folder tree that stands for a machine, and its environment.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly TempFolder _root = new();
    private readonly Dictionary<string, string> _variables = [];

    public LibrarySearch Search => new(new SearchedMachine(_root.Path, _variables.GetValueOrDefault));

    /// <param name="path">An absolute path of the machine.</param>
    public string At(string path) => _root.File(path.TrimStart('/'));

    public FakeHost With(params string[] files)
    {
        foreach (var file in files)
        {
            _root.Write(file.TrimStart('/'), "");
        }

        return this;
    }

    /// <summary>A copy of a file of this machine.</summary>
    public FakeHost WithCopy(string source, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.Copy(source, At(path));
        return this;
    }

    public FakeHost WithLink(string link, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(link))!);
        File.CreateSymbolicLink(At(link), At(target));
        return this;
    }

    /// <summary>A variable that names folders of the machine.</summary>
    public FakeHost WithVariable(string name, params string[] folders)
    {
        _variables[name] = string.Join(Path.PathSeparator, folders.Select(At));
        return this;
    }

    public void Dispose() => _root.Dispose();
}
