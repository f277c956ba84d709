using System.Runtime.InteropServices;
using InferBench.Core.Errors;

namespace InferBench.Cli.Bundles;

/// <summary>
/// The .NET runtime that this very process runs on: host, resolver and the base framework. Copied rather than published, so that
/// a bundle needs no restore and holds the very runtime that was tried here.
/// </summary>
internal static class DotNetFiles
{
    private const string Framework = "Microsoft.NETCore.App";

    /// <exception cref="BadInputException">This process runs on no shared runtime.</exception>
    public static IReadOnlyList<BundleFile> All() => Of(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));

    /// <param name="runtime">Such as <c>/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.0</c>.</param>
    internal static IReadOnlyList<BundleFile> Of(string runtime)
    {
        var (root, version) = (Path.GetFullPath(Path.Combine(runtime, "..", "..", "..")), Path.GetFileName(runtime));
        var (host, resolver) = (Path.Combine(root, "dotnet"), Path.Combine(root, "host", "fxr", version));
        if (!File.Exists(host) || !Directory.Exists(resolver))
        {
            throw new BadInputException($"bundle: no .NET {version} to take along is installed in {root}; start inferbench with 'dotnet inferbench.dll'");
        }

        return
        [
            BundleFile.OnDisk("dotnet/dotnet", host),
            .. new[] { "LICENSE.txt", "ThirdPartyNotices.txt" }
                .Where(name => File.Exists(Path.Combine(root, name)))
                .Select(name => BundleFile.OnDisk($"dotnet/{name}", Path.Combine(root, name))),
            .. BundleFile.Below(resolver, $"dotnet/host/fxr/{version}"),
            .. BundleFile.Below(runtime, $"dotnet/shared/{Framework}/{version}"),
        ];
    }
}
