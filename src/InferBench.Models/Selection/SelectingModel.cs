namespace InferBench.Models.Selection;

/// <summary>A decoder that also selects: the same graph, weights left where they are, with one output more.</summary>
/// <param name="Bytes">
/// The model, to be loaded from memory. Its large tensors are external data in <paramref name="Folder"/>, those of a single-file model too: they
/// are read out of that very file.
/// </param>
/// <param name="Folder">Folder where the model's file really lies, links followed.</param>
/// <param name="Output">Name of the added output: the most likely id after the last position of each sequence, [batch, 1], in the type of the ids fed.</param>
public sealed record SelectingModel(byte[] Bytes, string Folder, string Output);
