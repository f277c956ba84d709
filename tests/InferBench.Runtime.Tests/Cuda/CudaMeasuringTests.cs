using System.Diagnostics;
using InferBench.Core.Ceilings;
using InferBench.Core.Samples;
using InferBench.Core.Telemetry;
using InferBench.Models.Synthetic;
using InferBench.Models.Tensors;
using InferBench.Runtime.Ceilings;
using InferBench.Runtime.Decoding;
using InferBench.Runtime.Execution;
using InferBench.Runtime.Telemetry;
using InferBench.Tests.Runtime.Decoding;

namespace InferBench.Tests.Runtime.Cuda;

/// <summary>What is measured around a GPU: its ceilings, its sensors, and one-shot models bound to its memory.</summary>
public sealed class CudaMeasuringTests(SyntheticModels models) : IClassFixture<SyntheticModels>
{
    [NeedsCudaFact]
    public void Ceilings_OfTheDevice_HaveMemoryAndEachMatrixProduct()
    {
        using var folder = new TempFolder();

        var ceilings = CeilingMeasurement.Run(new CeilingRequest("cuda", 1, 1, folder.Path));

        Assert.Contains(ceilings.Measured, one => one.Kind == CeilingKind.DeviceAdd);
        Assert.Contains(ceilings.Measured, one => one is { Kind: CeilingKind.MatMul, Precision: "fp16" });
        Assert.Contains(ceilings.Measured, one => one is { Kind: CeilingKind.MatMul, Precision: "bf16" });
        Assert.All(ceilings.Measured, one => Assert.True(one.BestPerSecond > 0));
    }

    [NeedsCudaFact]
    public void Telemetry_WhileDecoding_HasClocksPowerAndTheProcesssOwnMemory()
    {
        using var session = DecoderSession.Load(models.Build(ModelLayout.GenAi, "fp16"), "cuda", 1);
        using var workload = session.CreateWorkload(1, 16, 64);
        using var sampler = TelemetrySampler.For("cuda");
        var trace = new OperationTrace(64);

        sampler.Start();
        workload.Run(trace);
        var began = trace.StartTicks;
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1))
        {
            workload.Run(trace);
        }

        var report = sampler.Stop(began, trace.TokenTicks[^1]);

        Assert.NotNull(report.Find(TelemetryQuantity.GpuSmClockMhz));
        Assert.NotNull(report.Find(TelemetryQuantity.GpuEnergyJoules));
        Assert.NotNull(report.Find(TelemetryQuantity.GpuTemperatureCelsius));
    }

    [NeedsCudaFact]
    public void OneShot_OnTheDevice_ReturnsWhatTheCpuReturnsAndDividesItsTime()
    {
        var model = models.Build(ModelLayout.Optimum, "fp32");
        using var onCpu = OneShotSession.Load(model, "cpu", 1);
        using var onGpu = OneShotSession.Load(model, "cuda", 1);
        var inputs = new OneShotFeed(onCpu.Outline, onCpu.Inputs, onCpu.Outputs, [], [], null).Make(2, 8).Values;
        using var workload = OneShotWorkload.Create(onGpu, inputs);
        using var reference = OneShotWorkload.Create(onCpu, inputs);
        var (trace, ignored) = (new OperationTrace(1), new OperationTrace(1));

        workload.Run(trace);
        reference.Run(ignored);

        Assert.True(trace.Prefill!.Value.Compute > 0);
        Assert.Null(ignored.Prefill);
        Assert.InRange(Numbers(workload).Zip(Numbers(reference), (one, other) => Math.Abs(one - other)).Max(), 0, 1e-3);
    }

    private static double[] Numbers(OneShotWorkload workload)
    {
        var logits = workload.Output("logits");
        var numbers = new double[logits.Dims.Aggregate(1L, (product, dim) => product * dim)];
        logits.CopyNumbers(0, numbers);
        return numbers;
    }
}
