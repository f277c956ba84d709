using System.Diagnostics;
using InferBench.Bench.Harness;
using InferBench.Bench.Tests.Fakes;
using InferBench.Core.Samples;

namespace InferBench.Bench.Tests.Harness;

public sealed class OperationRecorderTests
{
    [Fact]
    public void RunOne_NotMeasuring_CountsNothing()
    {
        var recorder = Recorder(new FakeWorkload(Measured.Tokens));

        recorder.RunOne();

        Assert.Equal(0, recorder.Count);
        Assert.Empty(recorder.Samples());
    }

    [Fact]
    public void RunOne_MeasuringBeyondTheRoom_RunsUncounted()
    {
        var workload = new FakeWorkload(Measured.Tokens);
        var recorder = Recorder(workload);
        recorder.Measuring = true;

        for (var i = 0; i < 5; i++)
        {
            recorder.RunOne();
        }

        Assert.Equal(3, recorder.Count);
        Assert.Equal(5, workload.Operations);
    }

    [Fact]
    public void RunOne_BudgetIsSpent_RunsNothing()
    {
        var workload = new FakeWorkload(Measured.Tokens) { Cost = _ => TimeSpan.FromMilliseconds(2) };
        var recorder = new OperationRecorder(workload, Measured.Tokens);
        recorder.Reserve(new OperationCount(1, 3), TimeSpan.FromMilliseconds(1));
        recorder.Measuring = true;

        recorder.RunOne();
        recorder.RunOne();

        Assert.Equal(1, recorder.Count);
        Assert.Equal(1, workload.Operations);
    }

    [Fact]
    public void RunOne_WorkloadThrows_KeepsTheFirstFailure()
    {
        var recorder = Recorder(new FakeWorkload(Measured.Tokens) { During = n => throw new InvalidOperationException($"operation {n}") });

        Assert.Throws<InvalidOperationException>(recorder.RunOne);
        Assert.Throws<InvalidOperationException>(recorder.RunOne);

        Assert.Equal("operation 0", recorder.Failure?.Message);
    }

    [Fact]
    public void Samples_WorkloadOnTheHost_HaveNoDeviceTimes()
    {
        var recorder = Recorder(new FakeWorkload(Measured.Tokens));
        recorder.Measuring = true;

        recorder.RunOne();

        Assert.Null(Assert.Single(recorder.Samples()).Device);
    }

    [Fact]
    public void Samples_WorkloadOnADevice_HaveItsTimesInNanoseconds()
    {
        var (prefill, decode) = (default(DeviceTicks), default(DeviceTicks));
        prefill.Add(0, Microseconds(2), Microseconds(7), Microseconds(8));
        decode.Add(0, Microseconds(1), Microseconds(4), Microseconds(6));
        decode.Add(Microseconds(10), Microseconds(11), Microseconds(14), Microseconds(16));
        var recorder = Recorder(new FakeWorkload(Measured.Tokens) { Prefill = prefill, Decode = decode });
        recorder.Measuring = true;

        recorder.RunOne();

        Assert.Equal(new DeviceTimes(new(2_000, 5_000, 1_000), new(2_000, 6_000, 4_000)), Assert.Single(recorder.Samples()).Device);
    }

    private static long Microseconds(int count) => count * (Stopwatch.Frequency / 1_000_000);

    private static OperationRecorder Recorder(FakeWorkload workload)
    {
        var recorder = new OperationRecorder(workload, Measured.Tokens);
        recorder.Reserve(new OperationCount(1, 3), TimeSpan.FromMinutes(1));
        return recorder;
    }
}
