using System.IO.Compression;
using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.AddedProviders;

/// <summary>ONNX Runtime's own package for GPUs, as a .nupkg file or as the folder that it is unpacked in.</summary>
internal sealed class ProviderPackage : IDisposable
{
    private readonly string _path;
    private readonly ZipArchive? _archive;

    private ProviderPackage(string path, ZipArchive? archive)
    {
        _path = path;
        _archive = archive;
    }

    /// <exception cref="BadInputException">There is nothing, or it is neither a folder nor a package.</exception>
    public static ProviderPackage Open(string path)
    {
        if (Directory.Exists(path))
        {
            return new ProviderPackage(path, null);
        }

        if (!File.Exists(path))
        {
            throw new BadInputException($"{path}: there is no such file or folder");
        }

        var file = File.OpenRead(path);
        try
        {
            ZipDirectory.Check(path, file);
            return new ProviderPackage(path, new ZipArchive(file, ZipArchiveMode.Read));
        }
        catch (InvalidDataException problem)
        {
            file.Dispose();
            throw new BadInputException($"{path}: is not a NuGet package: {problem.Message}", problem);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <param name="name">File name of a library. Names in the package are only compared with it, never used as paths.</param>
    /// <exception cref="BadInputException">The package does not have it.</exception>
    public PackagedLibrary Get(string name) =>
        (_archive is null ? InFolder(name) : InArchive(_archive, name))
        ?? throw new BadInputException($"{_path}: has no {OnnxRuntimePackage.NativeFolder}/{name}; {OnnxRuntimePackage.Name} {OnnxRuntimePackage.Release} has it");

    public void Dispose() => _archive?.Dispose();

    private PackagedLibrary? InFolder(string name)
    {
        // The package's folder, or the one of the libraries themselves.
        string[] folders = [Path.Combine(_path, OnnxRuntimePackage.NativeFolder), _path];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found ? PackagedLibrary.OnDisk(found) : null;
    }

    private PackagedLibrary? InArchive(ZipArchive archive, string name) =>
        archive.GetEntry($"{OnnxRuntimePackage.NativeFolder}/{name}") is { } entry
            ? new PackagedLibrary($"{_path}: {name}", entry.Length, entry.Open)
            : null;
}
