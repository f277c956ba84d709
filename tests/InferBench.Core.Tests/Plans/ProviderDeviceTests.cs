using InferBench.Core.Plans;

namespace InferBench.Core.Tests.Plans;

public sealed class ProviderDeviceTests
{
    [Theory]
    [InlineData("cpu", "cpu")]
    [InlineData("cuda", "cuda")]
    [InlineData("tensorrt", "cuda")]
    public void MeasuredBy_Provider_IsTheOneThatMeasuresItsDevice(string provider, string expected) => Assert.Equal(expected, ProviderDevice.MeasuredBy(provider));
}
