using InferBench.Models.Onnx;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Sessions;

namespace InferBench.Tests.Runtime.Providers;

public sealed class TensorRtProviderTests
{
    [Theory]
    [InlineData("0", "0", OnnxElementType.Float)]
    [InlineData("1", "0", OnnxElementType.Float16)]
    [InlineData("0", "1", OnnxElementType.BFloat16)]
    [InlineData("0", "0", OnnxElementType.Double, OnnxElementType.UInt8)]
    [InlineData("0", "0")]
    public void Options_Model_AllowsSixteenBitsOnlyWhereItHasThem(string fp16, string bf16, params OnnxElementType[] stored)
    {
        var options = TensorRtProvider.Options(null, Model([.. stored.Select(type => (type, 1000L))]));

        Assert.Equal((fp16, bf16), (options["trt_fp16_enable"], options["trt_bf16_enable"]));
    }

    [Fact]
    public void Options_FewNumbersOfAnotherType_ComputesInTheMainOne()
    {
        Assert.Equal("0", TensorRtProvider.Options(null, Model((OnnxElementType.Float, 1000), (OnnxElementType.Float16, 4)))["trt_fp16_enable"]);
        Assert.Equal("1", TensorRtProvider.Options(null, Model((OnnxElementType.Float, 4), (OnnxElementType.Float16, 1000), (OnnxElementType.UInt8, 9000)))["trt_fp16_enable"]);
    }

    [Fact]
    public void Options_NothingAsked_KeepNothingOnDisk() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["device_id"] = "0", ["trt_fp16_enable"] = "0", ["trt_bf16_enable"] = "0", ["trt_engine_cache_enable"] = "0", ["trt_timing_cache_enable"] = "0",
        },
        TensorRtProvider.Options(null, null));

    [Fact]
    public void Options_Asked_TakesItsOwnAndLeavesCudasToCuda()
    {
        string[] asked = ["trt_builder_optimization_level=5", "use_tf32=1"];

        var (own, behind) = (TensorRtProvider.Options(asked, null), CudaProvider.Options(asked));

        Assert.Equal("5", own["trt_builder_optimization_level"]);
        Assert.DoesNotContain("use_tf32", own.Keys);
        Assert.Equal("1", behind["use_tf32"]);
        Assert.DoesNotContain("trt_builder_optimization_level", behind.Keys);
    }

    [Theory]
    [InlineData("0")]
    [InlineData(null)]
    public void Applied_BothProviders_AreInOneDictionaryWithTheVariable(string? tf32)
    {
        var (own, behind) = (TensorRtProvider.Options(null, null), CudaProvider.Options(null));

        var applied = TensorRtProvider.Applied(own, behind, tf32);

        Assert.All(own.Concat(behind), option => Assert.Equal(option.Value, applied[option.Key]));
        Assert.Equal(tf32, applied.GetValueOrDefault("NVIDIA_TF32_OVERRIDE"));
        Assert.Equal(own.Count + behind.Count - 1 + (tf32 is null ? 0 : 1), applied.Count);
    }

    [Theory]
    [InlineData("libnvinfer.so.10")]
    [InlineData("libnvonnxparser.so.10")]
    [InlineData("libnvinfer_builder_resource.so.10.14.1")]
    public void Mend_LibraryOfTensorRt_SaysWhichRelease(string library) => Assert.StartsWith("install TensorRT 10 for CUDA 13 ", CudaLibraries.Mend(library), StringComparison.Ordinal);

    [Fact]
    public void Mend_NewerTensorRtThere_SaysThatItIsOfNoUse() => Assert.StartsWith(
        "there is only libnvinfer.so.11 in /usr/lib64, of another release; install TensorRT 10 ",
        CudaLibraries.Mend("libnvinfer.so.10", null, ["/usr/lib64/libnvinfer.so.11"]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("libonnxruntime_providers_cuda.so")]
    [InlineData("libonnxruntime_providers_tensorrt.so")]
    public void Mend_ProviderLibrary_NamesThePackageThatHasIt(string library) =>
        Assert.Contains("Microsoft.ML.OnnxRuntime.Gpu", CudaLibraries.Mend(library), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false, "build once more")]
    [InlineData(false, true, "get the package Microsoft.ML.OnnxRuntime.Gpu.")]
    [InlineData(true, true, "make the bundle once more")]
    public void ProviderMend_EachFormOfTheProgram_SaysWhatToDo(bool isBundle, bool isTool, string mend) =>
        Assert.StartsWith(mend, CudaLibraries.ProviderMend(isBundle, isTool), StringComparison.Ordinal);

    [Fact]
    public void ProviderMend_Tool_NamesTheReleaseThatIsLoaded() =>
        Assert.Contains($" {InferenceOrt.Version} ", CudaLibraries.ProviderMend(isBundle: false, isTool: true), StringComparison.Ordinal);

    [Fact]
    public void Resources_BesideTheLibrary_LeavesOutThoseForWindows() => Assert.Equal(
        ["libnvinfer_builder_resource.so.10.14.1", "libnvinfer_builder_resource_sm90.so.10.14.1"],
        TensorRtLibraries.Resources(
        [
            "/opt/trt/lib/libnvinfer_builder_resource.so.10.14.1", "/opt/trt/lib/libnvinfer_builder_resource_sm90.so.10.14.1",
            "/opt/trt/lib/libnvinfer_builder_resource_win.so.10.14.1",
        ]));

    [Fact]
    public void LoadOrder_TensorRt_OpensTheParserLast()
    {
        var order = TensorRtLibraries.LoadOrder();

        Assert.Equal(("libnvinfer.so.10", "libnvonnxparser.so.10"), (order[0], order[^1]));
    }

    private static OnnxModel Model(params (OnnxElementType Type, long Count)[] stored) => new(
        "m.onnx", 0, 10, "", "", [], new Dictionary<string, string>(),
        new OnnxGraph("", [], [], [], [.. stored.Select(tensor => new OnnxTensor("w", tensor.Type, [tensor.Count], tensor.Count, 0, null))]), []);
}
