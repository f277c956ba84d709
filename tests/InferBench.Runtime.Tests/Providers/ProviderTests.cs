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

        Assert.Equal("provider tpu: not known; use one of cpu, cuda", error.Message);
    }

    [NeedsModelsFact("babyllama/hf-fp32/model.onnx")]
    public void Load_CudaWhereItCannotRun_IsOneLineWithTheMend()
    {
        if (ProviderProbe.Run().Single(p => p.Provider == "cuda").CanRun)
        {
            return;
        }

        var error = Assert.Throws<ProviderUnavailableException>(
            () => DecoderSession.Load(TestModels.Path("babyllama/hf-fp32/model.onnx"), "cuda", 1));

        Assert.StartsWith("provider cuda: ", error.Message, StringComparison.Ordinal);
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
}
