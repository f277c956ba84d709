using InferBench.Runtime.Libraries;

namespace InferBench.Tests.Runtime.Libraries;

/// <summary>The trees are laid out as NVIDIA's installers, its Python wheels and images of GPU hosts lay them out.</summary>
public sealed class LibrarySearchTests
{
    private const string Cublas = "libcublas.so.13";

    [Theory]
    [InlineData("/usr/local/cuda/lib64")]
    [InlineData("/usr/local/cuda-13.0/lib64")]
    [InlineData("/usr/local/cuda-13.0/targets/x86_64-linux/lib")]
    [InlineData("/usr/lib/x86_64-linux-gnu")]
    [InlineData("/usr/lib64")]
    [InlineData("/usr/local/nvidia/lib64")]
    [InlineData("/opt/cuda/lib64")]
    [InlineData("/opt/nvidia/cuda/lib64")]
    [InlineData("/opt/cudnn/lib")]
    [InlineData("/usr/local/lib/python3.12/dist-packages/nvidia/cu13/lib")]
    [InlineData("/usr/lib/python3/dist-packages/nvidia/cudnn/lib")]
    [InlineData("/opt/torch/.venv/lib/python3.12/site-packages/nvidia/cu13/lib")]
    [InlineData("/opt/conda/lib/python3.11/site-packages/nvidia/cublas/lib")]
    [InlineData("/opt/conda/envs/llm/lib/python3.11/site-packages/nvidia/cublas/lib")]
    [InlineData("/opt/conda/lib/python3.11/site-packages/tensorrt_libs")]
    public void Find_UsualPlace_IsSearchedWithoutAnyVariable(string folder)
    {
        using var host = new FakeHost().With($"{folder}/{Cublas}");

        Assert.Equal(host.At($"{folder}/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_SeveralToolkits_TakesTheNewest()
    {
        using var host = new FakeHost().With($"/usr/local/cuda-13.2/lib64/{Cublas}", $"/usr/local/cuda-13.10/lib64/{Cublas}", $"/usr/local/cuda-9.0/lib64/{Cublas}");

        Assert.Equal(host.At($"/usr/local/cuda-13.10/lib64/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_LdLibraryPath_GoesBeforeTheUsualPlaces()
    {
        using var host = new FakeHost()
            .With($"/mine/{Cublas}", $"/usr/local/cuda/lib64/{Cublas}")
            .WithVariable("LD_LIBRARY_PATH", "/nowhere", "/mine");

        Assert.Equal(host.At($"/mine/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_CudaHome_IsSearched()
    {
        using var host = new FakeHost().With($"/apps/cuda/lib64/{Cublas}").WithVariable("CUDA_HOME", "/apps/cuda");

        Assert.Equal(host.At($"/apps/cuda/lib64/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_PythonOnThePath_ItsPackagesAreSearched()
    {
        using var host = new FakeHost()
            .With("/srv/env/bin/python3", $"/srv/env/lib/python3.13/site-packages/nvidia/cu13/lib/{Cublas}")
            .WithVariable("PATH", "/srv/env/bin");

        Assert.Equal(host.At($"/srv/env/lib/python3.13/site-packages/nvidia/cu13/lib/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_EnvironmentWhosePythonIsALink_ThePackagesOfItsBaseAreSearchedToo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var host = new FakeHost()
            .With("/base/bin/python3.12", $"/base/lib/python3.12/site-packages/nvidia/cublas/lib/{Cublas}")
            .WithLink("/srv/env/bin/python3", "/base/bin/python3.12")
            .WithVariable("PATH", "/srv/env/bin");

        Assert.Equal(host.At($"/base/lib/python3.12/site-packages/nvidia/cublas/lib/{Cublas}"), host.Search.Find(Cublas));
    }

    [Theory]
    [InlineData("VIRTUAL_ENV", "/e", "/e/lib/python3.12/site-packages/nvidia/cu13/lib")]
    [InlineData("CONDA_PREFIX", "/e", "/e/lib/python3.12/site-packages/nvidia/cu13/lib")]
    [InlineData("HOME", "/home/me", "/home/me/.local/lib/python3.12/site-packages/nvidia/cu13/lib")]
    [InlineData("PYTHONPATH", "/srv/site", "/srv/site/nvidia/cu13/lib")]
    public void Find_VariableOfPython_IsFollowed(string variable, string value, string folder)
    {
        using var host = new FakeHost().With($"{folder}/{Cublas}").WithVariable(variable, value);

        Assert.Equal(host.At($"{folder}/{Cublas}"), host.Search.Find(Cublas));
    }

    [Fact]
    public void Find_Nowhere_IsNull()
    {
        using var host = new FakeHost().With("/usr/local/cuda/lib64/libcudart.so.13");

        Assert.Null(host.Search.Find(Cublas));
    }

    [Fact]
    public void OtherReleases_OlderToolkit_IsNamedAndNotWhatItsLinksLeadTo()
    {
        using var host = new FakeHost().With(
            "/usr/local/cuda-12.4/lib64/libcublas.so.12", "/usr/local/cuda-12.4/lib64/libcublas.so.12.4.5", "/usr/local/cuda-12.4/lib64/libcublas.so",
            "/usr/local/cuda-12.4/lib64/libcublasLt.so.12");

        Assert.Equal([host.At("/usr/local/cuda-12.4/lib64/libcublas.so.12")], host.Search.OtherReleases(Cublas));
    }

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu")]
    [InlineData("/opt/TensorRT-10.14.1.48/lib")]
    [InlineData("/usr/local/lib/python3.12/dist-packages/tensorrt_libs")]
    public void Find_TensorRt_IsFoundWhereItsPackagesPutIt(string folder)
    {
        using var host = new FakeHost().With($"{folder}/libnvinfer.so.10");

        Assert.Equal(host.At($"{folder}/libnvinfer.so.10"), host.Search.Find("libnvinfer.so.10"));
    }

    [Fact]
    public void OtherReleases_NewerTensorRt_IsNamed()
    {
        using var host = new FakeHost().With("/usr/lib/x86_64-linux-gnu/libnvinfer.so.11", "/usr/lib/x86_64-linux-gnu/libnvinfer_plugin.so.11");

        Assert.Equal([host.At("/usr/lib/x86_64-linux-gnu/libnvinfer.so.11")], host.Search.OtherReleases("libnvinfer.so.10"));
    }

    [Fact]
    public void Beside_LibraryThatWasFound_ListsWhatMatchesInItsFolderOnly()
    {
        using var host = new FakeHost().With(
            "/opt/trt/lib/libnvinfer.so.10", "/opt/trt/lib/libnvinfer_builder_resource.so.10.14.1", "/opt/trt/lib/libnvinfer_plugin.so.10",
            "/opt/zzz/lib/libnvinfer_builder_resource.so.10.9.0");

        Assert.Equal(
            [host.At("/opt/trt/lib/libnvinfer_builder_resource.so.10.14.1")], host.Search.Beside("libnvinfer.so.10", "libnvinfer_builder_resource*.so.10*"));
        Assert.Empty(host.Search.Beside("libnvinfer.so.11", "*"));
    }

    [Fact]
    public void TryLoad_LibraryThatTheLoaderDoesNotFind_IsOpenedByItsPath()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var host = new FakeHost().WithCopy(
            Directory.EnumerateFiles(AppContext.BaseDirectory, "libonnxruntime_providers_shared.so", SearchOption.AllDirectories).First(),
            "/usr/local/cuda-13.0/lib64/libinferbench-test.so.13");

        Assert.True(NativeLibraries.TryLoad("libinferbench-test.so.13", host.Search, out var handle, out var path));
        Assert.NotEqual(0, handle);
        Assert.Equal(host.At("/usr/local/cuda-13.0/lib64/libinferbench-test.so.13"), path);
    }

    [Fact]
    public void TryLoad_FileThatIsNoLibrary_SaysThatItCannot()
    {
        using var host = new FakeHost().With("/usr/local/cuda/lib64/libinferbench-broken.so.13");

        Assert.False(NativeLibraries.TryLoad("libinferbench-broken.so.13", host.Search, out _, out var path));
        Assert.Null(path);
    }
}
