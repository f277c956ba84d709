namespace InferBench.Core.Telemetry;

/// <summary>Why a device ran below the clocks that it could have.</summary>
public enum ThrottleReason
{
    /// <summary>Clocks set by a person or a program.</summary>
    ApplicationClocks,

    /// <summary>At its power limit: how a device under full load runs, and no fault by itself.</summary>
    PowerLimit,

    /// <summary>The hardware slowed down: heat, or an external power brake.</summary>
    HardwareSlowdown,

    /// <summary>Waiting for the slowest device of a group.</summary>
    SyncBoost,

    /// <summary>The driver slowed down because of heat.</summary>
    SoftwareThermal,

    /// <summary>The hardware slowed down because of heat.</summary>
    HardwareThermal,

    /// <summary>The power supply asked for less.</summary>
    PowerBrake,

    /// <summary>Clocks held for a display.</summary>
    DisplayClocks,

    /// <summary>A processor package slowed down because of heat.</summary>
    CpuThermal,
}
