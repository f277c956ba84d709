using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Providers;

public sealed class ProviderOptionsTests
{
    [Fact]
    public void Merge_Asked_GoesOverOwnAndLeavesTheRest() => Assert.Equal(
        new Dictionary<string, string> { ["device_id"] = "0", ["use_tf32"] = "1", ["sdpa_kernel"] = "2" },
        ProviderOptions.Merge("cuda", new Dictionary<string, string> { ["use_tf32"] = "0" }, ["use_tf32=1", " sdpa_kernel = 2"]));

    [Theory]
    [InlineData("cuda", "use_tf32")]
    [InlineData("tensorrt", "trt_min_subgraph_size")]
    public void Merge_OptionsOfBothProviders_TakesItsOwn(string provider, string own) => Assert.Equal(
        ["device_id", own], ProviderOptions.Merge(provider, new Dictionary<string, string>(), ["use_tf32=1", "trt_min_subgraph_size=5"]).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Require_OptionsThatOnnxRuntimeMayKnow_Pass() => ProviderOptions.Require(["use_tf32=1", "gpu_mem_limit=1000000"], ["cpu", "cuda"], "plan");

    [Theory]
    [InlineData("use_tf32", "plan: providerOptions: 'use_tf32' is not NAME=VALUE")]
    [InlineData("=1", "plan: providerOptions: '=1' is not NAME=VALUE")]
    [InlineData("enable_cuda_graph=1", "plan: providerOptions: enable_cuda_graph cannot be set: capture needs steps that are bound for it; use --cuda-graph, or cudaGraph in a plan")]
    [InlineData("trt_cuda_graph_enable=1", "plan: providerOptions: trt_cuda_graph_enable cannot be set: a replayed graph reads the addresses of its first step, and steps are bound to different ones")]
    [InlineData("trt_fp16_enable=1", "plan: providerOptions: trt_fp16_enable cannot be set: TensorRT computes in the types that the model is stored in, so that a precision means what it says")]
    [InlineData("trt_engine_cache_path=/tmp", "plan: providerOptions: trt_engine_cache_path cannot be set: engines are built anew for every run: a kept one is found by the graph's names, and may be another model's")]
    [InlineData("trt_extra_plugin_lib_paths=/tmp/x.so", "plan: providerOptions: trt_extra_plugin_lib_paths cannot be set: a plan must not name files for ONNX Runtime to load or to write")]
    [InlineData("trt_onnx_bytestream=1", "plan: providerOptions: trt_onnx_bytestream cannot be set: an address of this process means nothing in a plan")]
    [InlineData("device_id=1", "plan: providerOptions: device_id cannot be set: tensors are bound on device 0; choose another device with CUDA_VISIBLE_DEVICES")]
    public void Require_OptionThatBreaksTheMeasurement_SaysWhy(string option, string problem) =>
        Assert.Equal(problem, Assert.Throws<BadInputException>(() => ProviderOptions.Require([option], ["cuda", "tensorrt"], "plan")).Message);

    /// <summary>Every option of ONNX Runtime's TensorRT provider that takes a path, by the names in its library.</summary>
    [Theory]
    [InlineData("trt_engine_cache_path")]
    [InlineData("trt_engine_cache_prefix")]
    [InlineData("trt_timing_cache_path")]
    [InlineData("trt_engine_decryption_lib_path")]
    [InlineData("trt_ep_context_file_path")]
    [InlineData("trt_extra_plugin_lib_paths")]
    [InlineData("trt_int8_calibration_table_name")]
    [InlineData("trt_onnx_model_folder_path")]
    public void Require_Path_IsRefused(string name) =>
        Assert.Contains($"{name} cannot be set: ", Assert.Throws<BadInputException>(() => ProviderOptions.Require([$"{name}=a"], ["tensorrt"], "plan")).Message, StringComparison.Ordinal);

    [Fact]
    public void Require_OptionOfTensorRtWithoutIt_SaysSo() => Assert.Equal(
        "plan: providerOptions: trt_min_subgraph_size is for tensorrt, which is not among the providers",
        Assert.Throws<BadInputException>(() => ProviderOptions.Require(["use_tf32=1", "trt_min_subgraph_size=5"], ["cpu", "cuda"], "plan")).Message);

    [Fact]
    public void Require_OptionsOfBothWithTensorRtAlone_Pass() => ProviderOptions.Require(["use_tf32=1", "trt_builder_optimization_level=5"], ["tensorrt"], "plan");

    [Theory]
    [InlineData("trt_profile_min_shapes", true)]
    [InlineData("trt_profile_max_shapes", false)]
    public void Has_Name_LooksAtTheWholeOfIt(string name, bool has) => Assert.Equal(has, ProviderOptions.Has(["trt_profile_min_shapes=x:1x1"], name));

    [Fact]
    public void Require_SeveralProblems_SaysThemAll() => Assert.Equal(
        2, Assert.Throws<BadInputException>(() => ProviderOptions.Require(["a=1", "a=2"], ["cpu"], "plan")).Message.Split('\n').Length);
}
