namespace InferBench.Core.Ceilings;

/// <summary>What a machine was asked to do as fast as it can.</summary>
public enum CeilingKind
{
    /// <summary>Read memory, bytes per second.</summary>
    MemoryRead,

    /// <summary>a = b + s·c, bytes per second: two arrays read, one written.</summary>
    MemoryTriad,

    /// <summary>Read weights through ONNX Runtime, one row times matrices, bytes per second.</summary>
    WeightRead,

    /// <summary>Add two vectors on the device through ONNX Runtime, bytes per second: two read, one written.</summary>
    DeviceAdd,

    /// <summary>Multiply matrices through ONNX Runtime, operations per second, 2 for each multiply and add.</summary>
    MatMul,
}
