namespace InferBench.Models.Synthetic;

/// <summary>A synthetic model on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="ModelPath">The .onnx file in it.</param>
/// <param name="Sha256">The model's identity, as <see cref="ModelIdentity"/> defines it; lower-case hex.</param>
/// <param name="Bytes">Bytes of the model file and its external data.</param>
/// <param name="Reused">True when a complete one was already there.</param>
public sealed record BuiltModel(string Folder, string ModelPath, string Sha256, long Bytes, bool Reused);
