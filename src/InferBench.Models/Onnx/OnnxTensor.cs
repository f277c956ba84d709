namespace InferBench.Models.Onnx;

/// <summary>The header of a stored tensor: everything but its elements.</summary>
/// <param name="Name">Its name; empty inside attributes.</param>
/// <param name="ElementType">Element type.</param>
/// <param name="Dims">Shape; empty for a scalar.</param>
/// <param name="ElementCount">Product of <paramref name="Dims"/>.</param>
/// <param name="ByteLength">Bytes of its elements, packed as raw data; for strings and unknown types, the bytes that are stored.</param>
/// <param name="Data">Where the bytes are; null when they sit in typed fields of the message, which are not raw bytes.</param>
public sealed record OnnxTensor(
    string Name, OnnxElementType ElementType, IReadOnlyList<long> Dims, long ElementCount, long ByteLength, TensorData? Data);
