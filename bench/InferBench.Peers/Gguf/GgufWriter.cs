using System.Text;

namespace InferBench.Peers.Gguf;

/// <summary>Writes GGUF version 3, llama.cpp's model format (ggml, docs/gguf.md): a header, metadata, the tensors' places, and their bytes, aligned.</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;
    private const int Version = 3;

    private readonly List<(string Key, Action<BinaryWriter> Value)> _metadata = [];
    private readonly List<GgufTensor> _tensors = [];

    private enum ValueType
    {
        UInt32 = 4,
        Float32 = 6,
        Text = 8,
    }

    public void Add(string key, int value) => _metadata.Add((key, writer => Value(writer, ValueType.UInt32, () => writer.Write((uint)value))));

    public void Add(string key, float value) => _metadata.Add((key, writer => Value(writer, ValueType.Float32, () => writer.Write(value))));

    public void Add(string key, string value) => _metadata.Add((key, writer => Value(writer, ValueType.Text, () => Text(writer, value))));

    public void Add(GgufTensor tensor) => _tensors.Add(tensor);

    /// <summary>Writes all of it; memory stays at one row.</summary>
    public void Write(Stream file)
    {
        using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        writer.Write("GGUF"u8);
        writer.Write((uint)Version);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_metadata.Count);
        foreach (var (key, value) in _metadata)
        {
            Text(writer, key);
            value(writer);
        }

        var offset = 0L;
        foreach (var tensor in _tensors)
        {
            Text(writer, tensor.Name);
            writer.Write(tensor.Rows is null ? 1u : 2u);
            writer.Write((ulong)tensor.Columns);
            if (tensor.Rows is { } rows)
            {
                writer.Write((ulong)rows);
            }

            writer.Write((uint)tensor.Type);
            writer.Write((ulong)offset);
            offset += Aligned(tensor.Bytes);
        }

        writer.Flush();
        foreach (var tensor in _tensors)
        {
            Pad(file);
            Write(file, tensor);
        }

        Pad(file);
    }

    private static void Write(Stream file, GgufTensor tensor)
    {
        var numbers = new float[tensor.Columns];
        var bytes = new byte[GgufBlocks.RowBytes(tensor.Type, tensor.Columns)];
        for (var row = 0; row < (tensor.Rows ?? 1); row++)
        {
            tensor.Fill(row, numbers);
            GgufBlocks.Write(tensor.Type, numbers, bytes);
            file.Write(bytes);
        }
    }

    private static void Value(BinaryWriter writer, ValueType type, Action write)
    {
        writer.Write((uint)type);
        write();
    }

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static long Aligned(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    private static void Pad(Stream file) => file.Write(new byte[Aligned(file.Position) - file.Position]);
}
