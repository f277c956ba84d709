using InferBench.Bench.Harness;
using InferBench.Bench.Tests.Fakes;

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

    private static OperationRecorder Recorder(FakeWorkload workload)
    {
        var recorder = new OperationRecorder(workload, Measured.Tokens);
        recorder.Reserve(new OperationCount(1, 3), TimeSpan.FromMinutes(1));
        return recorder;
    }
}
