using System.Diagnostics;
using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

public sealed class TelemetrySamplerTests
{
    private const TelemetryQuantity Watts = TelemetryQuantity.GpuPowerWatts;

    [Fact]
    public void Stop_SeveralSamples_SummarisesThem()
    {
        var report = Sampled.At(new FakeReader(Watts, i => 100 + (10 * i)), _ => { }, 0, 100, 200);

        var series = report.Find(Watts)!;
        Assert.Equal((100, 110, 120, 3), (series.Min, series.Mean, series.Max, series.Samples));
        Assert.Equal([100, 110, 120], series.Values);
        Assert.Equal([0, 100_000_000, 200_000_000], report.TimesNs);
        Assert.Equal(100_000_000, report.IntervalNs);
        Assert.Empty(report.Missing);
    }

    [Fact]
    public void Stop_Window_KeepsOneSampleOnEachSideOfIt()
    {
        var time = new FakeTime();
        using var sampler = new TelemetrySampler([new FakeReader(Watts, i => i)], TimeSpan.FromMilliseconds(100), time, capacity: 64);
        for (var i = 0; i < 10; i++, time.Now += 100)
        {
            sampler.SampleOnce();
        }

        var report = sampler.Stop(originTicks: 250, endTicks: 620);

        Assert.Equal([2, 3, 4, 5, 6, 7], report.Find(Watts)!.Values);
        Assert.Equal(-50_000_000, report.TimesNs[0]);
        Assert.Equal(450_000_000, report.TimesNs[^1]);
    }

    [Fact]
    public void Stop_ManySamples_KeepsABoundedNumberOfPointsWithBothEnds()
    {
        var time = new FakeTime();
        using var sampler = new TelemetrySampler([new FakeReader(Watts, i => i)], TimeSpan.FromMilliseconds(100), time, capacity: 4096);
        for (var i = 0; i < 3000; i++, time.Now += 100)
        {
            sampler.SampleOnce();
        }

        var report = sampler.Stop(0, 299_900);

        Assert.Equal(3000, report.Samples);
        Assert.Equal(128, report.TimesNs.Count);
        Assert.Equal(0, report.Find(Watts)!.Values[0]);
        Assert.Equal(2999, report.Find(Watts)!.Values[^1]);
        Assert.Equal(1499.5, report.Find(Watts)!.Mean);
    }

    [Fact]
    public void Stop_BufferIsFull_ThinsOutAndKeepsTheWholeTime()
    {
        var time = new FakeTime();
        using var sampler = new TelemetrySampler([new FakeReader(Watts, i => i)], TimeSpan.FromMilliseconds(100), time, capacity: 8);
        for (var i = 0; i < 100; i++, time.Now += 100)
        {
            sampler.SampleOnce(last: i == 99);
        }

        var report = sampler.Stop(0, 9_900);

        Assert.InRange(report.Samples, 4, 8);
        Assert.Equal(0, report.Find(Watts)!.Min);
        Assert.Equal(99, report.Find(Watts)!.Max);
    }

    [Fact]
    public void SampleOnce_ReaderThrows_IsAReasonAndNoException()
    {
        var reader = new FakeReader(Watts, i => i < 2 ? 5 : throw new InvalidOperationException("the driver is gone"));

        var report = Sampled.At(reader, _ => { }, 0, 100, 200, 300);

        Assert.Equal("InvalidOperationException: the driver is gone", Sampled.Reason(report, Watts));
        Assert.Equal([5, 5, null, null], report.Find(Watts)!.Values);
        Assert.Equal(3, reader.Samples);
    }

    [Fact]
    public void SampleOnce_ClockGoesBack_DropsTheSampleAndTrustsNoEnergy()
    {
        var reader = new FakeReader(TelemetryQuantity.GpuEnergyJoules, i => i);

        var report = Sampled.At(reader, _ => { }, 0, 1000, 400, 1100);

        Assert.Null(report.Find(TelemetryQuantity.GpuEnergyJoules));
        Assert.Contains("the clock went back by 0.600 s", Sampled.Reason(report, TelemetryQuantity.GpuEnergyJoules), StringComparison.Ordinal);
        Assert.Equal(1, report.DroppedSamples);
        Assert.Equal(3, report.Samples);
    }

    [Fact]
    public void SampleOnce_NothingIsRead_SaysSo() => Assert.Equal(
        "no reading fell into the measured operations", Sampled.Reason(Sampled.At(new FakeReader(Watts, _ => double.NaN), _ => { }, 0, 100), Watts));

    [Fact]
    public void Start_RealThread_SamplesOnTheStopwatchUntilStopped()
    {
        var reader = new FakeReader(Watts, _ => 7);
        TelemetryReport report;
        using (var sampler = new TelemetrySampler([reader], TimeSpan.FromMilliseconds(1), TimeProvider.System))
        {
            var began = Stopwatch.GetTimestamp();
            sampler.Start();
            SpinWait.SpinUntil(() => reader.Samples >= 5);
            report = sampler.Stop(began, Stopwatch.GetTimestamp());
        }

        Assert.True(report.Samples >= 5);
        Assert.Equal(7, report.Find(Watts)!.Mean);
        Assert.True(report.CostNs > 0);
        Assert.True(report.LongestSampleNs <= report.CostNs);
        Assert.True(reader.IsDisposed);
    }

    [Fact]
    public void SampleOnce_ThisMachine_AllocatesNothing()
    {
        using var sampler = TelemetrySampler.For("cpu");
        for (var i = 0; i < 20; i++)
        {
            sampler.SampleOnce();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            sampler.SampleOnce();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void For_ThisMachine_AccountsForEveryQuantityOfTheProcessor()
    {
        using var sampler = TelemetrySampler.For("cpu");
        sampler.Start();
        var report = sampler.Stop(0, long.MaxValue);

        var accounted = report.Series.Select(series => series.Quantity).Concat(report.Missing.SelectMany(missing => missing.Quantities)).ToHashSet();
        Assert.All(
            Enum.GetValues<TelemetryQuantity>().Where(quantity => quantity <= TelemetryQuantity.DramEnergyJoules),
            quantity => Assert.Contains(quantity, accounted));
        Assert.All(report.Missing, missing => Assert.NotEmpty(missing.Reason));
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("tensorrt")]
    public void For_NoGpu_SaysWhyForAllOfIt(string provider)
    {
        using var sampler = TelemetrySampler.For(provider);
        sampler.Start();
        var report = sampler.Stop(0, long.MaxValue);

        var gpu = Enum.GetValues<TelemetryQuantity>().Where(quantity => quantity >= TelemetryQuantity.GpuMemoryOwnBytes).ToList();
        Assert.All(gpu, quantity => Assert.True(report.Find(quantity) is not null || Sampled.Reason(report, quantity).Length > 0));
        Assert.DoesNotContain(Environment.MachineName, string.Join(' ', report.Missing.Select(missing => missing.Reason)), StringComparison.Ordinal);
    }
}
