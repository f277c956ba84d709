using InferBench.Core.Samples;

namespace InferBench.Core.Metrics;

/// <summary>From the operations' device times to those of a pass; the definitions are those of <see cref="CellDeviceTime"/>.</summary>
public static class CellDeviceTimeCalculator
{
    /// <returns>Null unless every operation was divided, into no more time than it took.</returns>
    public static CellDeviceTime? Compute(IReadOnlyList<OperationSample> samples)
    {
        if (samples.Count == 0 || samples.Any(sample => sample.Device is null))
        {
            return null;
        }

        var prefill = Pass([.. samples.Select(sample => sample.Device!.Prefill)], samples.Sum(sample => (double)sample.TimeToFirstTokenNs), samples.Count);
        var decoding = samples.Where(sample => sample.Device!.Decode is not null && sample.Generated > 1).ToList();
        var step = Pass(
            [.. decoding.Select(sample => sample.Device!.Decode!)],
            decoding.Sum(sample => (double)sample.EndToEndNs - sample.TimeToFirstTokenNs),
            decoding.Sum(sample => (double)sample.Generated - 1));
        return prefill is null ? null : new CellDeviceTime(prefill, step);
    }

    private static PassTime? Pass(IReadOnlyList<DevicePhase> phases, double totalNs, double passes)
    {
        var (sent, ran, received) = (phases.Sum(phase => (double)phase.HostToDeviceNs), phases.Sum(phase => (double)phase.ComputeNs), phases.Sum(phase => (double)phase.DeviceToHostNs));
        var host = totalNs - sent - ran - received;
        return passes < 1 || totalNs <= 0 || host < 0 || phases.Any(phase => phase.HostToDeviceNs < 0 || phase.ComputeNs < 0 || phase.DeviceToHostNs < 0)
            ? null
            : new PassTime(sent / passes, ran / passes, received / passes, host / passes);
    }
}
