using InferBench.Cli.Supervision;
using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Bundles;

/// <summary>This program and its worker, with what they load on the bundle's platform.</summary>
internal static class ProgramFiles
{
    /// <summary>Folders below <c>runtimes</c> that hold what linux-x64 loads.</summary>
    private static readonly string[] OwnPlatforms = ["linux-x64", "linux", "unix"];

    private static readonly string[] LeftOut = [".pdb", ".xml"];

    /// <exception cref="BadInputException">The worker is missing, or the CUDA provider is asked for and not installed.</exception>
    public static IReadOnlyList<BundleFile> All(bool cuda)
    {
        if (cuda && ProviderInstallation.CudaLibrary() is null)
        {
            throw new BadInputException($"bundle --cuda: {ProviderInstallation.CudaMissing}");
        }

        return Of(AppContext.BaseDirectory, Path.GetDirectoryName(WorkerLocator.Find())!, cuda);
    }

    internal static IReadOnlyList<BundleFile> Of(string program, string worker, bool cuda) =>
    [
        .. BundleFile.Below(program, "app").Where(file => Belongs(file.Name["app/".Length..], cuda) && !file.Name.StartsWith("app/worker/", StringComparison.Ordinal)),
        .. BundleFile.Below(worker, "app/worker").Where(file => Belongs(file.Name["app/worker/".Length..], cuda)),
    ];

    // TensorRT's provider leaves to CUDA what it does not take, so that it goes where CUDA's goes. Others are never asked for.
    private static bool Belongs(string name, bool cuda) =>
        !LeftOut.Contains(Path.GetExtension(name), StringComparer.Ordinal)
        && (!name.StartsWith("runtimes/", StringComparison.Ordinal) || OwnPlatforms.Contains(name.Split('/')[1], StringComparer.Ordinal))
        && (!Path.GetFileName(name).StartsWith("libonnxruntime_providers_", StringComparison.Ordinal)
            || name.EndsWith("_shared.so", StringComparison.Ordinal)
            || (cuda && (name.EndsWith("_cuda.so", StringComparison.Ordinal) || name.EndsWith("_tensorrt.so", StringComparison.Ordinal))));
}
