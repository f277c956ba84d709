using InferBench.Core.Telemetry;
using InferBench.Runtime.Telemetry;

namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>Samples a reader at moments that a test names, without a thread.</summary>
internal static class Sampled
{
    /// <param name="reader">The source.</param>
    /// <param name="before">Called before each sample with its number.</param>
    /// <param name="moments">Milliseconds; the report is over all of them.</param>
    public static TelemetryReport At(ITelemetryReader reader, Action<int> before, params long[] moments)
    {
        var time = new FakeTime();
        using var sampler = new TelemetrySampler([reader], TimeSpan.FromMilliseconds(100), time, capacity: 64);
        for (var i = 0; i < moments.Length; i++)
        {
            time.Now = moments[i];
            before(i);
            sampler.SampleOnce();
        }

        return sampler.Stop(moments.Min(), moments.Max());
    }

    public static string Reason(TelemetryReport report, TelemetryQuantity quantity) =>
        report.Missing.Single(missing => missing.Quantities.Contains(quantity)).Reason;
}
