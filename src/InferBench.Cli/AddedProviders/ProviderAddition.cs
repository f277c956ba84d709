using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.AddedProviders;

/// <summary>
/// Puts the providers for GPUs beside a program that was installed without them: they are larger than a package may be. Only those of the
/// very build of ONNX Runtime that is there: the package's own core and the program's must be the same bytes.
/// </summary>
internal static class ProviderAddition
{
    /// <param name="path">The package: a .nupkg file, or the folder that it is unpacked in.</param>
    /// <param name="programs">Folders of programs; the first gets copies, the others links to them where the system makes links.</param>
    /// <param name="cancellation">Stops between blocks; nothing half written stays.</param>
    /// <exception cref="BadInputException">It is not the package of this release, or damaged. Nothing was changed.</exception>
    /// <exception cref="IOException">A library cannot be written. What was there before is still there.</exception>
    public static IReadOnlyList<AddedLibrary> Add(string path, IReadOnlyList<string> programs, CancellationToken cancellation)
    {
        using var package = ProviderPackage.Open(path);
        var core = package.Get(OnnxRuntimePackage.Core);
        var providers = OnnxRuntimePackage.Providers.Select(name => (Name: name, Library: package.Get(name))).ToList();
        var folders = programs.Select(CoreFolder).ToList();
        var release = core.Hash(cancellation);
        foreach (var folder in folders)
        {
            var own = PackagedLibrary.OnDisk(Path.Combine(folder, OnnxRuntimePackage.Core));
            if (own.Bytes != core.Bytes || own.Hash(cancellation) != release)
            {
                throw new BadInputException(
                    $"{path}: its {OnnxRuntimePackage.Core} is not the one in {folder}; get {OnnxRuntimePackage.Name} {OnnxRuntimePackage.Release}");
            }
        }

        List<AddedLibrary> added = [];
        foreach (var (name, library) in providers)
        {
            foreach (var folder in folders)
            {
                added.Add(new AddedLibrary(name, Place(library, folder, folders[0], name, cancellation), folder));
            }
        }

        return added;
    }

    private static string CoreFolder(string program)
    {
        string[] folders = [program, Path.Combine(program, OnnxRuntimePackage.NativeFolder)];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, OnnxRuntimePackage.Core))) is { } found
            ? Path.GetFullPath(found)
            : throw new BadInputException($"{program}: there is no {OnnxRuntimePackage.Core} in it; install the program once more");
    }

    private static string Place(PackagedLibrary library, string folder, string first, string name, CancellationToken cancellation)
    {
        var target = Path.Combine(folder, name);
        var partial = $"{target}.partial";
        try
        {
            if (IsThere(library, target, cancellation))
            {
                return AddedLibrary.There;
            }

            var linked = folder != first && TryLink(partial, Path.GetRelativePath(folder, Path.Combine(first, name)));
            if (!linked)
            {
                Copy(library, partial, cancellation);
            }

            // In one step, and without writing through what the old name may be a link to.
            File.Move(partial, target, overwrite: true);
            return linked ? AddedLibrary.Linked : AddedLibrary.Copied;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{folder}: {name} cannot be put there: {problem.Message}", problem);
        }
    }

    private static bool IsThere(PackagedLibrary library, string target, CancellationToken cancellation)
    {
        if (!File.Exists(target))
        {
            return false;
        }

        var there = PackagedLibrary.OnDisk(target);
        return there.Bytes == library.Bytes && there.Hash(cancellation) == library.Hash(cancellation);
    }

    private static void Copy(PackagedLibrary library, string partial, CancellationToken cancellation)
    {
        // A link that a run before this one left would be written through.
        File.Delete(partial);
        try
        {
            using var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            library.CopyTo(file, cancellation);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    // Windows makes links for some people only, and some file systems for nobody; a copy serves as well.
    private static bool TryLink(string partial, string target)
    {
        try
        {
            File.Delete(partial);
            File.CreateSymbolicLink(partial, target);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
