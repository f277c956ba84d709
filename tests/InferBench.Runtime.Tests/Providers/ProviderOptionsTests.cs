using InferBench.Core.Errors;
using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Providers;

public sealed class ProviderOptionsTests
{
    [Fact]
    public void Merge_Asked_GoesOverOwnAndLeavesTheRest() => Assert.Equal(
        new Dictionary<string, string> { ["device_id"] = "0", ["use_tf32"] = "1", ["sdpa_kernel"] = "2" },
        ProviderOptions.Merge(new Dictionary<string, string> { ["device_id"] = "0", ["use_tf32"] = "0" }, ["use_tf32=1", " sdpa_kernel = 2"]));

    [Fact]
    public void Require_OptionsThatOnnxRuntimeMayKnow_Pass() => ProviderOptions.Require(["use_tf32=1", "gpu_mem_limit=1000000"], ["cpu", "cuda"], "plan");

    [Theory]
    [InlineData("use_tf32", "plan: providerOptions: 'use_tf32' is not NAME=VALUE")]
    [InlineData("=1", "plan: providerOptions: '=1' is not NAME=VALUE")]
    [InlineData("enable_cuda_graph=1", "plan: providerOptions: enable_cuda_graph cannot be set: capture needs steps that are bound for it; use --cuda-graph, or cudaGraph in a plan")]
    [InlineData("device_id=1", "plan: providerOptions: device_id cannot be set: tensors are bound on device 0; choose another device with CUDA_VISIBLE_DEVICES")]
    public void Require_OptionThatBreaksTheMeasurement_SaysWhy(string option, string problem) =>
        Assert.Equal(problem, Assert.Throws<BadInputException>(() => ProviderOptions.Require([option], ["cuda"], "plan")).Message);

    [Fact]
    public void Require_SeveralProblems_SaysThemAll() => Assert.Equal(
        2, Assert.Throws<BadInputException>(() => ProviderOptions.Require(["a=1", "a=2"], ["cpu"], "plan")).Message.Split('\n').Length);
}
