using System.Runtime.InteropServices;
using InferBench.Runtime.Providers;

namespace InferBench.Runtime.Tests.Providers;

public sealed class ProviderInstallationTests
{
    [Fact]
    public void CudaLibrary_AfterABuild_LiesBesideTheLibraryThatOpensIt()
    {
        // The package serves x64 of these two systems.
        var served = RuntimeInformation.OSArchitecture == Architecture.X64 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows());

        Assert.Equal(served, ProviderInstallation.CudaLibrary() is not null);
        Assert.Equal(served, ProviderInstallation.Find(TensorRtLibraries.ProviderLibrary) is not null);
    }
}
