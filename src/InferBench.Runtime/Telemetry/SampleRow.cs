using InferBench.Core.Telemetry;

namespace InferBench.Runtime.Telemetry;

/// <summary>Where readers write one sample; used again for the next.</summary>
internal sealed class SampleRow
{
    public static readonly int Quantities = Enum.GetValues<TelemetryQuantity>().Length;

    /// <summary>By quantity; NaN where there is no reading.</summary>
    public double[] Values { get; } = new double[Quantities];

    /// <summary>A bit for each <see cref="ThrottleReason"/> in force; null where no device says.</summary>
    public int? Throttle { get; private set; }

    public double this[TelemetryQuantity quantity]
    {
        set => Values[(int)quantity] = value;
    }

    public void AddThrottle(int reasons) => Throttle = (Throttle ?? 0) | reasons;

    public void Clear()
    {
        Array.Fill(Values, double.NaN);
        Throttle = null;
    }
}
