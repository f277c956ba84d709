using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Providers;

/// <summary>The native texts were recorded from ONNX Runtime 1.29.</summary>
public sealed class CudaFailureTests
{
    [Theory]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1988 onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcublasLt.so.13: cannot open shared object file: No such file or directory",
        "libcublasLt.so.13 cannot be loaded; install the CUDA 13 libraries and put their folder on LD_LIBRARY_PATH")]
    [InlineData(
        "[ErrorCode:Fail] CUDA execution provider is not enabled in this build.",
        "this ONNX Runtime is a CPU-only build; use the package Microsoft.ML.OnnxRuntime.Gpu")]
    [InlineData(
        "Unable to find an entry point named 'OrtSessionOptionsAppendExecutionProvider_CUDA' in shared library 'onnxruntime'.",
        "this ONNX Runtime is a CPU-only build; use the package Microsoft.ML.OnnxRuntime.Gpu")]
    [InlineData(
        "Failed to parse provider option \"device_id\": CUDA failure 100: no CUDA-capable device is detected ; GPU=0 ; hostname=somewhere",
        "no CUDA device is visible; check nvidia-smi and CUDA_VISIBLE_DEVICES")]
    [InlineData(
        "Failed to parse provider option \"device_id\": CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; hostname=somewhere",
        "the NVIDIA driver is too old for CUDA 13; install driver 580 or newer")]
    public void Explain_RecordedText_NamesCauseAndMend(string native, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            expected = expected.Replace("LD_LIBRARY_PATH", "PATH", StringComparison.Ordinal);
        }

        Assert.Equal(expected, CudaFailure.Explain(native));
    }

    [Fact]
    public void Explain_MissingProvider_AsksFirstForWhatIsInstalledFirst()
    {
        const string native =
            "Failed to load library /x/libonnxruntime_providers_cuda.so with error: libonnxruntime_providers_cuda.so: cannot open shared object file";

        var expected = CudaLibraries.FirstMissing() is { } library ? library.Name : CudaLibraries.ProviderLibrary;

        Assert.StartsWith($"{expected} cannot be loaded; ", CudaFailure.Explain(native), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_UnknownText_KeepsItWithoutTheHostsName()
    {
        Assert.Equal(
            "CUDA failure 999: unknown error ; GPU=0", CudaFailure.Explain("CUDA failure 999: unknown error ; GPU=0 ; hostname=somewhere"));
    }
}
