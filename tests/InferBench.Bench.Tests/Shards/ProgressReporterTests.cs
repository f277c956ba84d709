using InferBench.Bench.Shards;
using InferBench.Core.Workers;

namespace InferBench.Bench.Tests.Shards;

public sealed class ProgressReporterTests
{
    [Fact]
    public void Report_NewPhase_IsAlwaysWritten()
    {
        using var output = new StringWriter();
        var reporter = new ProgressReporter(output);

        reporter.Report(new WorkerProgress("a", WorkerPhase.Warmup, 1, 0, 0.1));
        reporter.Report(new WorkerProgress("a", WorkerPhase.Measure, 1, 9, 0.1));
        reporter.Report(new WorkerProgress("b", WorkerPhase.Measure, 1, 9, 0.1));

        Assert.Equal(3, Lines(output).Length);
    }

    [Fact]
    public void Report_ManyInAMoment_AreThinnedOut()
    {
        using var output = new StringWriter();
        var reporter = new ProgressReporter(output);

        for (var i = 0; i < 1000; i++)
        {
            reporter.Report(new WorkerProgress("a", WorkerPhase.Measure, i, 1000, 0.001));
        }

        Assert.InRange(Lines(output).Length, 1, 500);
    }

    [Fact]
    public void Report_Line_IsJsonOnOneLine()
    {
        using var output = new StringWriter();

        new ProgressReporter(output).Report(new WorkerProgress(null, WorkerPhase.Load, 0, 0, null));

        Assert.Equal("""{"cell":null,"phase":"load","done":0,"of":0,"operationSeconds":null}""", Assert.Single(Lines(output)));
    }

    private static string[] Lines(StringWriter output) => output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
