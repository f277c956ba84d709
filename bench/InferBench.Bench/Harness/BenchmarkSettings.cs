using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;
using Perfolizer.Mathematics.OutlierDetection;

namespace InferBench.Bench.Harness;

/// <summary>The one place that configures BenchmarkDotNet.</summary>
internal static class BenchmarkSettings
{
    /// <summary>
    /// BenchmarkDotNet stops on the 99.9 % interval; the plan speaks of 95 %. The ratio of the two Student values is 3.1 at 5 operations,
    /// 2.1 at 10 and 1.8 at 30, so a factor of 2 is a little strict for short cells and right for the others.
    /// </summary>
    private const double IntervalFactor = 2;

    public static IConfig Config(ILogger log, string artifacts) => ManualConfig.CreateEmpty()
        .AddValidator(JitOptimizationsValidator.FailOnError)
        .AddColumnProvider(DefaultColumnProviders.Descriptor)
        .AddLogger(log)
        .WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(artifacts);

    public static Job Job(IterationPlan plan, double targetInterval)
    {
        var job = new Job("inference")
            // The default toolchain aborts the whole process after 5 minutes in one case; the supervisor keeps the time instead.
            .WithToolchain(new InProcessEmitToolchain(Timeout.InfiniteTimeSpan, logOutput: false))
            .WithStrategy(RunStrategy.Throughput)
            .WithInvocationCount(plan.Operations)
            .WithUnrollFactor(1)
            .WithEvaluateOverhead(false)
            .WithOutlierMode(OutlierMode.DontRemove)
            .WithGcForce(false)
            // The worker has warmed the cell up itself, until stable; the engine's own jitting stage adds one more operation.
            .WithWarmupCount(0)
            .DontEnforcePowerPlan();

        return plan.Least == plan.Most
            ? job.WithIterationCount(plan.Most)
            : job.WithMinIterationCount(plan.Least).WithMaxIterationCount(plan.Most).WithMaxRelativeError(targetInterval * IntervalFactor);
    }
}
