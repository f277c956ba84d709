namespace InferBench.Models.Onnx;

/// <summary>Where a tensor's raw little-endian bytes lie.</summary>
/// <param name="File">Absolute path of the model file or of its external data file.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="External">The location as the model names it, relative to the model's folder; null when the bytes are inside the model file.</param>
public sealed record TensorData(string File, long Offset, long Length, string? External);
