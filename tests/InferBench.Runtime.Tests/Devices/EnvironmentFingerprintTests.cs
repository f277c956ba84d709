using InferBench.Runtime.Devices;

namespace InferBench.Tests.Runtime.Devices;

public sealed class EnvironmentFingerprintTests
{
    [Fact]
    public void Collect_ThisMachine_NamesSoftwareAndNobody()
    {
        var environment = EnvironmentFingerprint.Collect();

        Assert.Equal(Environment.ProcessorCount, environment.LogicalCores);
        Assert.StartsWith(".NET", environment.DotNet, StringComparison.Ordinal);
        Assert.StartsWith("1.", environment.OnnxRuntime, StringComparison.Ordinal);
        Assert.Contains("git-commit-id", environment.OnnxRuntimeBuild, StringComparison.Ordinal);
        Assert.True(environment.OnnxRuntimeFeed is null);
        Assert.True(environment.MemoryBytes > 1 << 20);
        Assert.DoesNotContain(Environment.MachineName, environment.Os, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void CurrentAndPeak_ThisProcess_AreOrdered()
    {
        if (ProcessMemory.CurrentBytes() is { } current && ProcessMemory.PeakBytes() is { } peak)
        {
            Assert.True(current > 1 << 20);
            Assert.True(peak > 1 << 20);
        }
    }

    [Theory]
    [InlineData("   1234 kB", 1_263_616L)]
    [InlineData("17", 17_408L)]
    [InlineData("many kB", null)]
    public void ParseKilobytes_StatusLine_IsInBytes(string text, long? expected)
    {
        Assert.Equal(expected, ProcessMemory.ParseKilobytes(text));
    }

    [Theory]
    [InlineData("32768K\n", 33_554_432L)]
    [InlineData("512M", 536_870_912L)]
    [InlineData("64", 64L)]
    [InlineData("", null)]
    [InlineData("?K", null)]
    public void ParseSize_Sysfs_IsInBytes(string text, long? expected)
    {
        Assert.Equal(expected, Processor.ParseSize(text));
    }

    [Fact]
    public void LastLevelCacheBytes_SeveralLevels_TakesTheLargest()
    {
        using var folder = new TempFolder();
        folder.Write("index0/size", "32K\n");
        folder.Write("index3/size", "32M\n");
        folder.Write("index2/size", "1024K\n");

        Assert.Equal(32L << 20, Processor.LastLevelCacheBytes(folder.Path));
        Assert.Null(Processor.LastLevelCacheBytes(folder.File("missing")));
    }

    [Fact]
    public void Field_CpuInfo_IsTheFirstProcessors()
    {
        const string info = "processor\t: 0\nmodel name\t: AMD EPYC 9V74\nflags\t\t: fpu avx2\n\nprocessor\t: 1\nmodel name\t: other\n";

        Assert.Equal("AMD EPYC 9V74", CpuInfo.Field(info, "model name"));
        Assert.Null(CpuInfo.Field(info, "model"));
    }
}
