using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Providers;
using InferBench.Runtime.Telemetry;
using InferBench.Tests;

namespace InferBench.Runtime.Tests.Ceilings;

public sealed class CeilingMeasurementTests
{
    [Fact]
    public void Run_Cpu_MeasuresEachKindAndLeavesNoFile()
    {
        using var folder = new TempFolder();

        var ceilings = CeilingMeasurement.Run(new CeilingRequest("cpu", 2, 0.1, folder.Path));

        Assert.Equal(
            [(CeilingKind.MemoryRead, null), (CeilingKind.MemoryTriad, null), (CeilingKind.WeightRead, "fp32"), (CeilingKind.MatMul, "fp32"), (CeilingKind.MatMul, "int8"), (CeilingKind.MatMul, "int4")],
            ceilings.Measured.Select(one => (one.Kind, one.Precision)));
        Assert.All(ceilings.Measured, one =>
        {
            Assert.Equal(CeilingMeasurement.Rounds, one.RoundsPerSecond.Count);
            Assert.True(one.BestPerSecond >= one.MedianPerSecond && one.MedianPerSecond > 0);
        });
        Assert.Equal([(CeilingKind.MatMul, "fp16"), (CeilingKind.MatMul, "bf16")], ceilings.Missing.Select(one => (one.Kind, one.Precision)));
        Assert.Contains("converts fp16", ceilings.Missing[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no bf16 operators", ceilings.Missing[1].Reason, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_MatMulOfEachPrecision_CountsTwoOperationsForEachMultiplyAndAdd()
    {
        using var folder = new TempFolder();

        var ceilings = CeilingMeasurement.Run(new CeilingRequest("cpu", 1, 0.1, folder.Path));

        Assert.All(ceilings.Measured.Where(one => one.Kind == CeilingKind.MatMul), one => Assert.Equal(2.0 * 1024 * 1024 * 1024, one.OperationsPerPass));
    }

    [Theory]
    [InlineData("cpu", 0, 1)]
    [InlineData("cpu", 1, 0)]
    [InlineData("abacus", 1, 1)]
    public void Run_CannotBe_IsBadInput(string provider, int threads, double seconds)
    {
        using var folder = new TempFolder();

        Assert.Throws<BadInputException>(() => CeilingMeasurement.Run(new CeilingRequest(provider, threads, seconds, folder.Path)));
    }

    [NoCudaFact]
    public void Run_CudaThatIsNotHere_IsRefusedWithTheMend()
    {
        using var folder = new TempFolder();

        Assert.Equal(ProviderProbe.Probe(ExecutionProviders.Cuda).Problem, Assert.Throws<BadInputException>(() => CeilingMeasurement.Run(new CeilingRequest("cuda", 1, 1, folder.Path))).Message);
    }

    [Fact]
    public void Run_TensorRt_SaysThatItsDeviceIsMeasuredWithCuda()
    {
        using var folder = new TempFolder();

        Assert.Equal(
            "ceilings: tensorrt runs on the device of cuda, whose ceilings count for both; use --provider cuda",
            Assert.Throws<BadInputException>(() => CeilingMeasurement.Run(new CeilingRequest("tensorrt", 1, 1, folder.Path))).Message);
    }

    [Fact]
    public unsafe void Triad_Arrays_AddsThreeTimesTheSecond()
    {
        var length = 3 * MemoryKernel.Step;
        var (a, b, c) = (new float[length], Enumerable.Range(0, length).Select(i => (float)i).ToArray(), Enumerable.Range(0, length).Select(i => i * 10f).ToArray());
        fixed (float* pa = a, pb = b, pc = c)
        {
            MemoryKernel.Triad(pa, pb, pc, length);
        }

        Assert.Equal(Enumerable.Range(0, length).Select(i => 31f * i), a);
    }

    [Fact]
    public unsafe void Read_Array_SeesEveryNumber()
    {
        var numbers = new float[4 * MemoryKernel.Step];
        for (var i = 0; i < numbers.Length; i++)
        {
            fixed (float* from = numbers)
            {
                numbers[i] = 1;
                Assert.NotEqual(0, MemoryKernel.Read(from, numbers.Length));
                numbers[i] = 0;
            }
        }
    }

    [Fact]
    public void TotalBytes_TwoCachesOfTwoCoresEach_AreAddedOnce()
    {
        using var folder = new TempFolder();
        for (var core = 0; core < 4; core++)
        {
            folder.Write(FormattableString.Invariant($"sys/devices/system/cpu/cpu{core}/cache/index3/size"), "32768K\n");
            folder.Write(FormattableString.Invariant($"sys/devices/system/cpu/cpu{core}/cache/index3/shared_cpu_list"), core < 2 ? "0-1\n" : "2-3\n");
            folder.Write(FormattableString.Invariant($"sys/devices/system/cpu/cpu{core}/cache/index2/size"), "1024K\n");
            folder.Write(FormattableString.Invariant($"sys/devices/system/cpu/cpu{core}/cache/index2/shared_cpu_list"), FormattableString.Invariant($"{core}\n"));
        }

        Assert.Equal(64L << 20, CacheSize.TotalBytes(new SystemRoots(folder.File("proc"), folder.File("sys"))));
        Assert.Null(CacheSize.TotalBytes(new SystemRoots(folder.File("proc"), folder.File("nothing"))));
    }
}
