namespace InferBench.Economics.Catalog;

/// <summary>What a figure measures, and in which base unit it is computed with.</summary>
public enum Quantity
{
    /// <summary>Bytes.</summary>
    Memory,

    /// <summary>Bytes per second.</summary>
    Bandwidth,

    /// <summary>Dense operations per second; a multiply-add counts as two.</summary>
    MatmulRate,

    /// <summary>Watts.</summary>
    Power,

    /// <summary>US dollars.</summary>
    Price,

    /// <summary>US dollars per GPU-hour.</summary>
    HourlyPrice,

    /// <summary>US dollars per million tokens.</summary>
    TokenPrice,

    /// <summary>US dollars per kilowatt-hour.</summary>
    ElectricityPrice,

    /// <summary>US dollars per kilowatt and month.</summary>
    ColocationPrice,

    /// <summary>US dollars per year.</summary>
    YearlyPay,

    /// <summary>A ratio or a fraction of one.</summary>
    Ratio,

    /// <summary>Years.</summary>
    Lifetime,

    /// <summary>Seconds.</summary>
    Time,

    /// <summary>Tokens per second of the whole machine.</summary>
    TokenRate,

    /// <summary>Tokens per second and GPU.</summary>
    TokenRatePerGpu,

    /// <summary>Words, no number.</summary>
    Words,
}
