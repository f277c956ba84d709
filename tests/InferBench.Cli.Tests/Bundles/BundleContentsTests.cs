using InferBench.Cli.Bundles;
using InferBench.Core.Errors;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Bundles;

/// <summary>What of a folder tree goes into a bundle; the trees are made up.</summary>
public sealed class BundleContentsTests
{
    private static readonly string[] Program =
    [
        "inferbench.dll", "inferbench.pdb", "libonnxruntime.so", "libonnxruntime_providers_shared.so", "libonnxruntime_providers_cuda.so",
        "libonnxruntime_providers_webgpu.so", "runtimes/linux-x64/native/libx.so", "runtimes/win-x64/native/x.dll", "runtimes/unix/lib/x.dll",
    ];

    /// <summary>As NuGet lays ONNX Runtime out.</summary>
    private static readonly string[] FromNuGet =
    [
        "inferbench.dll", "runtimes/linux-x64/native/libonnxruntime.so", "runtimes/linux-x64/native/libonnxruntime_providers_shared.so",
        "runtimes/linux-x64/native/libonnxruntime_providers_cuda.so", "runtimes/linux-x64/native/libonnxruntime_providers_tensorrt.so",
        "runtimes/linux-arm64/native/libonnxruntime.so", "runtimes/win-x64/native/onnxruntime_providers_cuda.dll",
    ];

    [Fact]
    public void Program_WithoutCuda_LeavesProvidersOtherPlatformsAndSymbolsOut()
    {
        using var folder = Tree(Program);

        var names = ProgramFiles.Of(folder.File("cli"), folder.File("worker"), cuda: false).Select(file => file.Name).ToHashSet();

        Assert.Equal(
            new HashSet<string>
            {
                "app/inferbench.dll", "app/libonnxruntime.so", "app/libonnxruntime_providers_shared.so", "app/runtimes/linux-x64/native/libx.so",
                "app/runtimes/unix/lib/x.dll", "app/worker/InferBench.Bench.dll",
            },
            names);
    }

    [Fact]
    public void Program_WithCuda_TakesThatProviderAlong()
    {
        using var folder = Tree(Program);

        var names = ProgramFiles.Of(folder.File("cli"), folder.File("worker"), cuda: true).Select(file => file.Name);

        Assert.Equal(["app/libonnxruntime_providers_cuda.so"], names.Where(name => name.Contains("_providers_", StringComparison.Ordinal) && !name.Contains("shared", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false, "libonnxruntime.so", "libonnxruntime_providers_shared.so")]
    [InlineData(true, "libonnxruntime.so", "libonnxruntime_providers_cuda.so", "libonnxruntime_providers_shared.so", "libonnxruntime_providers_tensorrt.so")]
    public void Program_NativesInTheirPackagesFolder_AreThoseThatTheProgramLoads(bool cuda, params string[] expected)
    {
        using var folder = Tree(FromNuGet);

        var names = ProgramFiles.Of(folder.File("cli"), folder.File("worker"), cuda).Select(file => file.Name);

        Assert.Equal(
            expected.Select(name => $"app/runtimes/linux-x64/native/{name}"),
            names.Where(name => name.StartsWith("app/runtimes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DotNet_SharedRuntime_IsHostResolverAndFramework()
    {
        using var folder = new TempFolder();
        folder.Write("dotnet", "");
        folder.Write("LICENSE.txt", "");
        folder.Write("sdk/10.0.100/x.dll", "");
        folder.Write("host/fxr/10.0.1/libhostfxr.so", "");
        folder.Write("host/fxr/9.0.0/libhostfxr.so", "");
        folder.Write("shared/Microsoft.NETCore.App/10.0.1/System.dll", "");
        folder.Write("shared/Microsoft.AspNetCore.App/10.0.1/Web.dll", "");

        var names = DotNetFiles.Of(folder.File("shared/Microsoft.NETCore.App/10.0.1")).Select(file => file.Name);

        Assert.Equal(
            ["dotnet/dotnet", "dotnet/LICENSE.txt", "dotnet/host/fxr/10.0.1/libhostfxr.so", "dotnet/shared/Microsoft.NETCore.App/10.0.1/System.dll"], names);
    }

    [Fact]
    public void DotNet_NoSharedRuntime_SaysHowToStart()
    {
        using var folder = new TempFolder();
        folder.Write("app/System.dll", "");

        var problem = Assert.Throws<BadInputException>(() => DotNetFiles.Of(folder.File("app"))).Message;

        Assert.EndsWith("start inferbench with 'dotnet inferbench.dll'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void SystemLibraries_OpenOnes_AreNamedAsTheLoaderAsksForThem()
    {
        using var folder = new TempFolder();
        var icu = folder.Write("libicuuc.so.72.1", "");
        var ssl = folder.Write("libssl.so.3", "");
        string[] maps =
        [
            $"7f0000000000-7f0000001000 r-xp 00000000 08:01 1   {icu}",
            $"7f0000001000-7f0000002000 r--p 00000000 08:01 1   {icu}",
            $"7f0000002000-7f0000003000 r--p 00000000 08:01 2   {ssl}",
            "7f0000003000-7f0000004000 r--p 00000000 08:01 3   /nowhere/libcrypto.so.3",
            "7f0000004000-7f0000005000 rw-p 00000000 00:00 0   [heap]",
        ];

        Assert.Equal(["fallback/icu/libicuuc.so.72", "fallback/openssl/libssl.so.3"], SystemLibraries.Of(maps).Select(file => file.Name));
    }

    private static TempFolder Tree(IEnumerable<string> program)
    {
        var folder = new TempFolder();
        foreach (var name in program)
        {
            folder.Write($"cli/{name}", "");
        }

        // Where a published program keeps its worker: taken from where it is, not twice.
        folder.Write("cli/worker/InferBench.Bench.dll", "");
        folder.Write("worker/InferBench.Bench.dll", "");
        return folder;
    }
}
