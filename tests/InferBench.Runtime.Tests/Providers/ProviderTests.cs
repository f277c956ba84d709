using InferBench.Core.Errors;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Providers;

namespace InferBench.Tests.Runtime.Providers;

public sealed class ProviderTests
{
    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Load_UnknownProvider_ListsTheKnownOnes()
    {
        var error = Assert.Throws<BadInputException>(() => DecoderSession.Load(TestModels.Path("babyllama/hf-fp32/model.onnx"), "tpu", 1));

        Assert.Equal("provider tpu: not known; use one of cpu, cuda, tensorrt", error.Message);
    }

    [NeedsModelsTheory("babyllama/hf-fp32/model.onnx")]
    [InlineData("cuda")]
    [InlineData("tensorrt")]
    public void Load_ProviderThatCannotRun_IsOneLineWithTheMend(string provider)
    {
        if (ProviderProbe.Probe(provider).CanRun)
        {
            return;
        }

        var error = Assert.Throws<ProviderUnavailableException>(
            () => DecoderSession.Load(TestModels.Path("babyllama/hf-fp32/model.onnx"), provider, 1));

        Assert.StartsWith($"provider {provider}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("; ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain(AppContext.BaseDirectory, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Probe_Cpu_CanRun()
    {
        var cpu = ProviderProbe.Run().Single(p => p.Provider == "cpu");

        Assert.True(cpu.CanRun);
        Assert.Null(cpu.Problem);
        Assert.Empty(cpu.Libraries);
    }

    [Fact]
    public void Probe_Cuda_GivesTheMendForWhatIsMissingOnly()
    {
        var cuda = ProviderProbe.Run().Single(p => p.Provider == "cuda");

        Assert.Equal(8, cuda.Libraries.Count);
        Assert.All(cuda.Libraries, l => Assert.Equal(l.Found, l.Mend is null));
        Assert.Equal(cuda.CanRun, cuda.Problem is null);
    }

    [Fact]
    public void Probe_TensorRt_ListsWhatItNeedsBesideCuda()
    {
        var found = ProviderProbe.Probe("tensorrt");

        string[] expected = OperatingSystem.IsWindows()
            ? ["cudnn64_9.dll", "nvinfer_10.dll", "nvonnxparser_10.dll", "onnxruntime_providers_tensorrt.dll"]
            : ["libcudnn.so.9", "libnvinfer.so.10", "libnvonnxparser.so.10", "libonnxruntime_providers_tensorrt.so"];
        Assert.Equal(expected, found.Libraries.Select(library => library.Name));
        Assert.All(found.Libraries, library => Assert.True(library.Required));
        Assert.All(found.Libraries, library => Assert.Equal(library.Found, library.Mend is null));
        Assert.Equal(found.CanRun, found.Problem is null);
    }

    [Theory]
    [InlineData("cpu", false)]
    [InlineData("cuda", true)]
    [InlineData("tensorrt", true)]
    public void OnDevice_Provider_SaysWhereItComputes(string provider, bool device) => Assert.Equal(device, ExecutionProviders.OnDevice(provider));
}
