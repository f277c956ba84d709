using InferBench.Runtime.Libraries;
using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Providers;

/// <summary>The native texts were recorded from ONNX Runtime 1.29.</summary>
public sealed class ProviderFailureTests
{
    [Theory]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1988 onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcublasLt.so.13: cannot open shared object file: No such file or directory",
        "libcublasLt.so.13 cannot be loaded; install the CUDA 13 libraries (the toolkit, or Python's package nvidia-cublas), or put their folder on LD_LIBRARY_PATH")]
    [InlineData(
        "[ErrorCode:Fail] Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcudart.so.13: cannot open shared object file: No such file or directory",
        "libcudart.so.13 cannot be loaded; install the CUDA 13 libraries (the toolkit, or Python's package nvidia-cuda-runtime), or put their folder on LD_LIBRARY_PATH")]
    [InlineData(
        "[ErrorCode:Fail] Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcurand.so.10: cannot open shared object file: No such file or directory",
        "libcurand.so.10 cannot be loaded; install the CUDA 13 libraries (the toolkit, or Python's package nvidia-curand), or put their folder on LD_LIBRARY_PATH")]
    [InlineData(
        "[ErrorCode:Fail] Failed to load library /x/libonnxruntime_providers_cuda.so with error: libcuda.so.1: cannot open shared object file: No such file or directory",
        "libcuda.so.1 cannot be loaded; install the NVIDIA driver, version 580 or newer")]
    [InlineData(
        "cuDNN: libcudnn.so.9: cannot open shared object file: No such file or directory",
        "libcudnn.so.9 cannot be loaded; install cuDNN 9 for CUDA 13 (its own packages, or Python's package nvidia-cudnn-cu13), or put its folder on LD_LIBRARY_PATH")]
    [InlineData("[ErrorCode:Fail] Unknown provider option: \"foo\".", "there is no option foo; ONNX Runtime's documentation of the CUDA provider lists them")]
    [InlineData(
        "libnvJitLink.so.13: cannot open shared object file: No such file or directory",
        "libnvJitLink.so.13 cannot be loaded; install the CUDA 13 libraries, or put their folder on LD_LIBRARY_PATH")]
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
        if (NativeLibraries.Find("libcudart.so.13") is not null)
        {
            // This machine has the libraries, so that another mend is the right one.
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            expected = expected.Replace("LD_LIBRARY_PATH", "PATH", StringComparison.Ordinal);
        }

        Assert.Equal(expected, ProviderFailure.Explain(native));
    }

    /// <summary>Recorded from the TensorRT provider of ONNX Runtime 1.31, which links to the same libraries.</summary>
    [Theory]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:2043 onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load library /x/libonnxruntime_providers_tensorrt.so with error: libnvinfer.so.10: cannot open shared object file: No such file or directory",
        "libnvinfer.so.10 cannot be loaded; install TensorRT 10 for CUDA 13 (its own packages, or Python's package tensorrt-cu13-libs below 11), or put its folder on LD_LIBRARY_PATH")]
    [InlineData(
        "Failed to load library /x/libonnxruntime_providers_tensorrt.so with error: libnvonnxparser.so.10: cannot open shared object file: No such file or directory",
        "libnvonnxparser.so.10 cannot be loaded; install TensorRT 10 for CUDA 13 (its own packages, or Python's package tensorrt-cu13-libs below 11), or put its folder on LD_LIBRARY_PATH")]
    [InlineData(
        "Failed to load library /x/libonnxruntime_providers_tensorrt.so with error: libcudnn.so.9: cannot open shared object file: No such file or directory",
        "libcudnn.so.9 cannot be loaded; install cuDNN 9 for CUDA 13 (its own packages, or Python's package nvidia-cudnn-cu13), or put its folder on LD_LIBRARY_PATH")]
    [InlineData(
        "Failed to load library /x/libonnxruntime_providers_tensorrt.so with error: libcublas.so.13: cannot open shared object file: No such file or directory",
        "libcublas.so.13 cannot be loaded; install the CUDA 13 libraries (the toolkit, or Python's package nvidia-cublas), or put their folder on LD_LIBRARY_PATH")]
    [InlineData(
        "[ErrorCode:Fail] /onnxruntime_src/onnxruntime/core/providers/tensorrt/tensorrt_execution_provider_info.cc:74 static onnxruntime::TensorrtExecutionProviderInfo onnxruntime::TensorrtExecutionProviderInfo::FromProviderOptions(const onnxruntime::ProviderOptions&) [ONNXRuntimeError] : 1 : FAIL : provider_options_utils.h:182 Parse Unknown provider option: \"trt_foo\".",
        "there is no option trt_foo; ONNX Runtime's documentation of the TensorRT provider lists them")]
    [InlineData("TensorRT execution provider is not enabled in this build.", "this ONNX Runtime is a CPU-only build; use the package Microsoft.ML.OnnxRuntime.Gpu")]
    [InlineData(
        "provider_options_utils.h:187 Parse Failed to parse provider option \"device_id\": CUDA failure 100: no CUDA-capable device is detected ; GPU=-1 ; hostname=vm ; file=/onnxruntime_src/onnxruntime/core/providers/tensorrt/tensorrt_execution_provider_info.cc ; line=81 ; expr=cudaGetDeviceCount(&num_devices);",
        "no CUDA device is visible; check nvidia-smi and CUDA_VISIBLE_DEVICES")]
    [InlineData(
        "provider_options_utils.h:187 Parse Failed to parse provider option \"trt_builder_optimization_level\": parse_string.h:116 ParseStringWithClassicLocale Failed to parse value: \"3\"",
        "option trt_builder_optimization_level cannot have this value")]
    public void Explain_TextOfTensorRt_NamesCauseAndMend(string native, string expected)
    {
        if (NativeLibraries.Find("libcudart.so.13") is not null || NativeLibraries.Find("libnvinfer.so.10") is not null || OperatingSystem.IsWindows())
        {
            // This machine has the libraries, or calls them by other names, so that another mend is the right one.
            return;
        }

        Assert.Equal(expected, ProviderFailure.Explain(native, ExecutionProviders.TensorRt));
    }

    [Fact]
    public void Explain_TensorRtWithoutAReason_AsksForCudaFirst()
    {
        const string native = "[ErrorCode:Fail] OrtSessionOptionsAppendExecutionProvider_TensorRT: Failed to load shared library";

        var expected = CudaLibraries.FirstMissing([.. CudaLibraries.All, .. TensorRtLibraries.All]) is { } library ? library.Name : TensorRtLibraries.ProviderLibrary;

        Assert.StartsWith($"{expected} cannot be loaded; ", ProviderFailure.Explain(native, ExecutionProviders.TensorRt), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_MissingProvider_AsksFirstForWhatIsInstalledFirst()
    {
        const string native =
            "Failed to load library /x/libonnxruntime_providers_cuda.so with error: libonnxruntime_providers_cuda.so: cannot open shared object file";

        var expected = CudaLibraries.FirstMissing(CudaLibraries.All) is { } library ? library.Name : CudaLibraries.ProviderLibrary;

        Assert.StartsWith($"{expected} cannot be loaded; ", ProviderFailure.Explain(native), StringComparison.Ordinal);
    }

    [Fact]
    public void Mend_OtherReleaseThere_SaysSo() => Assert.StartsWith(
        "there is only libcublas.so.12 in /usr/local/cuda-12.4/lib64, of another release; install the CUDA 13 libraries",
        CudaLibraries.Mend("libcublas.so.13", null, ["/usr/local/cuda-12.4/lib64/libcublas.so.12"]),
        StringComparison.Ordinal);

    [Fact]
    public void Mend_LibraryThereAndRefused_NamesIt() => Assert.Equal(
        "/opt/x/libcublas.so.13 is there and the loader refuses it; 'ldd' of it says what it lacks",
        CudaLibraries.Mend("libcublas.so.13", "/opt/x/libcublas.so.13", []));

    [Fact]
    public void LoadOrder_EveryLibrary_ComesAfterWhatItLinksTo()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var places = CudaLibraries.LoadOrder.Select((name, place) => (name, place)).ToDictionary(x => x.name, x => x.place);

        Assert.All(CudaLibraries.All, library => Assert.Contains(library.Name, places.Keys));
        Assert.True(places["libcublasLt.so.13"] < places["libcublas.so.13"]);
        Assert.True(places["libcudart.so.13"] < places["libcublasLt.so.13"]);
        Assert.True(places["libcublasLt.so.13"] < places["libcudnn.so.9"]);
        Assert.True(places["libcudnn_graph.so.9"] < places["libcudnn_ops.so.9"]);
    }

    [Fact]
    public void Explain_UnknownText_KeepsItWithoutTheHostsName()
    {
        Assert.Equal(
            "CUDA failure 999: unknown error ; GPU=0", ProviderFailure.Explain("CUDA failure 999: unknown error ; GPU=0 ; hostname=somewhere"));
    }
}
