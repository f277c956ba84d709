namespace InferBench.Economics.Catalog;

/// <summary>What a fact about hardware states. Rates are dense, with 32-bit accumulation unless the name says otherwise; all are for one GPU.</summary>
public enum HardwareField
{
    /// <summary>As vendors print it: GB that are often GiB. For display; compute with <see cref="UsableMemory"/> where it is known.</summary>
    Memory,

    /// <summary>What the driver reports.</summary>
    UsableMemory,

    MemoryType,
    Bandwidth,
    Bf16,
    Fp16,
    Fp8,
    Int8,
    Fp4,

    /// <summary>fp16 with 16-bit accumulation: twice the usual rate on GeForce, and not what inference engines run.</summary>
    Fp16Accumulate16,

    /// <summary>fp8 with 16-bit accumulation.</summary>
    Fp8Accumulate16,

    /// <summary>Most that a bf16 matrix product was measured to reach.</summary>
    MeasuredBf16,

    /// <summary>Most that an fp8 matrix product was measured to reach.</summary>
    MeasuredFp8,

    /// <summary>Board power limit.</summary>
    Tdp,

    /// <summary>Power to provide at the utility for each GPU: the server, the network and the building included.</summary>
    ProvisionedPower,

    /// <summary>Link between GPUs, one direction.</summary>
    LinkOneWay,

    /// <summary>Link between GPUs, both directions added.</summary>
    LinkBothWays,

    Pcie,

    /// <summary>Vendor's list price of the part.</summary>
    ListPrice,

    /// <summary>What the part or system was sold for.</summary>
    PurchasePrice,

    /// <summary>Lower end of what it was sold for.</summary>
    PurchasePriceLow,

    /// <summary>Upper end of what it was sold for.</summary>
    PurchasePriceHigh,

    /// <summary>Purchase price of a server with its share of the network.</summary>
    PurchasePriceWithNetwork,

    /// <summary>Cheapest computer that has the part.</summary>
    SystemPriceFrom,
}
