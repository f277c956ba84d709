using System.IO.Compression;
using InferBench.Cli.AddedProviders;
using InferBench.Runtime.Providers;
using InferBench.Tests;

namespace InferBench.Cli.Tests.AddedProviders;

/// <summary>A program with its worker, and a package of the same release; all of them a few bytes long.</summary>
internal sealed class PackageScene : IDisposable
{
    private readonly TempFolder _folder = new();

    public PackageScene()
    {
        foreach (var program in new[] { Program, Worker })
        {
            _folder.Write(Native(program, OnnxRuntimePackage.Core), "core of this release");
        }

        Write(OnnxRuntimePackage.Core, "core of this release");
        Write(Cuda, "provider for cuda");
        Write(TensorRt, "provider for tensorrt");
    }

    public static string Cuda => OnnxRuntimePackage.Providers[0];

    public static string TensorRt => OnnxRuntimePackage.Providers[1];

    public string Package => _folder.File("package");

    public string Program => _folder.File("program");

    public string Worker => _folder.File("program/worker");

    public string Archive => _folder.File("package.nupkg");

    public static string Native(string folder, string library) => Path.Combine(folder, OnnxRuntimePackage.NativeFolder, library);

    public string Write(string library, string text) => _folder.Write(Native(Package, library), text);

    /// <returns>Path of the same package as one file.</returns>
    public string Pack()
    {
        ZipFile.CreateFromDirectory(Package, Archive);
        return Archive;
    }

    public IReadOnlyList<AddedLibrary> Add(string package, CancellationToken cancellation = default) =>
        ProviderAddition.Add(package, [Program, Worker], cancellation);

    /// <summary>Libraries beside the program and its worker, apart from the core.</summary>
    public string[] Added() =>
    [
        .. Directory.EnumerateFiles(Program, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != OnnxRuntimePackage.Core)
            .Select(path => $"{Path.GetRelativePath(Program, path).Replace('\\', '/')}: {File.ReadAllText(path)}")
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();
}
