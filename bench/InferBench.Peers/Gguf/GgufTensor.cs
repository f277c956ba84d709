namespace InferBench.Peers.Gguf;

/// <summary>A tensor to be written, made row by row.</summary>
/// <param name="Name">As llama.cpp looks for it.</param>
/// <param name="Type">How it is stored.</param>
/// <param name="Columns">Numbers of a row, the dimension that GGUF names first.</param>
/// <param name="Rows">Rows; null for a vector.</param>
/// <param name="Fill">Writes the numbers of one row.</param>
internal sealed record GgufTensor(string Name, GgufType Type, int Columns, int? Rows, Action<int, float[]> Fill)
{
    public long Bytes => (long)(Rows ?? 1) * GgufBlocks.RowBytes(Type, Columns);
}
