using System.Text;
using InferBench.Models.Onnx;

namespace InferBench.Tests.Runtime.Execution;

/// <summary>A model of a node or two, written as protobuf by hand: whatever it declares, right or wrong.</summary>
internal sealed class TinyModel
{
    private readonly List<byte> _graph = [];

    public TinyModel Node(string op, string[] inputs, string[] outputs)
    {
        var node = new List<byte>();
        Array.ForEach(inputs, i => Text(node, 1, i));
        Array.ForEach(outputs, o => Text(node, 2, o));
        Text(node, 4, op);
        Message(_graph, 1, node);
        return this;
    }

    /// <param name="dims">Numbers are fixed, everything else is a symbol; null declares no shape.</param>
    public TinyModel Input(string name, OnnxElementType type, params string[]? dims) => Value(11, name, type, dims);

    /// <inheritdoc cref="Input"/>
    public TinyModel Output(string name, OnnxElementType type, params string[]? dims) => Value(12, name, type, dims);

    public string Write(TempFolder folder, string name = "model.onnx")
    {
        var opset = new List<byte>();
        Number(opset, 2, 17);
        var model = new List<byte>();
        Number(model, 1, 8);
        Text(_graph, 2, "g");
        Message(model, 7, _graph);
        Message(model, 8, opset);
        var path = folder.File(name);
        File.WriteAllBytes(path, [.. model]);
        return path;
    }

    private TinyModel Value(int field, string name, OnnxElementType type, string[]? dims)
    {
        var tensor = new List<byte>();
        Number(tensor, 1, (ulong)type);
        if (dims is not null)
        {
            var shape = new List<byte>();
            foreach (var dim in dims)
            {
                var one = new List<byte>();
                if (ulong.TryParse(dim, out var size))
                {
                    Number(one, 1, size);
                }
                else
                {
                    Text(one, 2, dim);
                }

                Message(shape, 1, one);
            }

            Message(tensor, 2, shape);
        }

        var typeProto = new List<byte>();
        Message(typeProto, 1, tensor);
        var value = new List<byte>();
        Text(value, 1, name);
        Message(value, 2, typeProto);
        Message(_graph, field, value);
        return this;
    }

    private static void Number(List<byte> to, int field, ulong number)
    {
        Varint(to, (ulong)field << 3);
        Varint(to, number);
    }

    private static void Text(List<byte> to, int field, string text) => Message(to, field, [.. Encoding.UTF8.GetBytes(text)]);

    private static void Message(List<byte> to, int field, List<byte> content)
    {
        Varint(to, ((ulong)field << 3) | 2);
        Varint(to, (ulong)content.Count);
        to.AddRange(content);
    }

    private static void Varint(List<byte> to, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            to.Add((byte)(number | 0x80));
        }

        to.Add((byte)number);
    }
}
