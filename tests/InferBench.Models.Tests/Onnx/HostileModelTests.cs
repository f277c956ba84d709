using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Onnx;

/// <summary>Whatever a file holds, it is read or refused with <see cref="ModelFormatException"/>; nothing else comes out.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CutAnywhere_IsRefusedOrRead()
    {
        var whole = Tiny();

        for (var length = 0; length < whole.Length; length += 1 + (length / 50))
        {
            ReadOrRefused(whole[..length]);
        }
    }

    [Fact]
    public void Read_BytesChangedAtRandom_IsRefusedOrRead()
    {
        var whole = Tiny();
        var random = new Random(1);

        for (var trial = 0; trial < 1_000; trial++)
        {
            var bytes = whole.ToArray();
            for (var i = 0; i < 3; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ReadOrRefused(bytes);
        }
    }

    [Fact]
    public void Read_GraphsNestedVeryDeep_IsRefused()
    {
        var graph = new GraphProto { Name = "innermost" };
        for (var depth = 0; depth < 60; depth++)
        {
            var node = new NodeProto { OpType = "If" };
            node.Attribute.Add(new AttributeProto { Name = "then_branch", G = graph });
            graph = new GraphProto();
            graph.Node.Add(node);
        }

        Assert.Contains("nests graphs", Refused(new ModelProto { Graph = graph }.ToByteArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { -1 }, 1, "impossible shape")]
    [InlineData(new long[] { long.MaxValue, 4 }, 1, "impossible shape")]
    [InlineData(new long[] { 4 }, 0, "no element type")]
    [InlineData(new long[] { 3 }, 1, "holds 8 bytes")]
    public void Read_TensorThatCannotBe_SaysWhy(long[] dims, int type, string expected)
    {
        var tensor = new TensorProto { Name = "w", DataType = type, RawData = ByteString.CopyFrom(new byte[8]) };
        tensor.Dims.Add(dims);

        Assert.Contains(expected, Refused(With(tensor)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "Git LFS pointer")]
    [InlineData("<!DOCTYPE html><html>", "web page")]
    [InlineData("this is not a valid onnx model", "is not in the ONNX format")]
    public void Read_SomethingElse_IsCalledByItsName(string text, string expected) =>
        Assert.Contains(expected, Refused(System.Text.Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void Read_HugeInlineWeight_IsSkippedWithoutMemory()
    {
        // A sparse file: 3 GB of raw_data inside a graph, which no protobuf library would take.
        const long size = 3L << 30;
        var path = _folder.File("huge.onnx");
        using (var file = File.Create(path))
        {
            var header = new TensorProto { Name = "w", DataType = (int)OnnxElementType.UInt8 };
            header.Dims.Add(size);
            Message(file, 7, Length(5, Length(9, size) + size + header.CalculateSize()) + Length(9, size) + size + header.CalculateSize());
            Message(file, 5, Length(9, size) + size + header.CalculateSize());
            file.Write(header.ToByteArray());
            Message(file, 9, size);
            file.SetLength(file.Position + size);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var tensor = Assert.Single(OnnxModelReader.Read(path).Graph.Initializers);

        Assert.Equal(size, tensor.ByteLength);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static long Length(int field, long bytes)
    {
        using var stream = new MemoryStream();
        Message(stream, field, bytes);
        return stream.Length;
    }

    private static void Message(Stream stream, int field, long bytes)
    {
        stream.WriteByte((byte)((field << 3) | 2));
        for (; bytes >= 0x80; bytes >>= 7)
        {
            stream.WriteByte((byte)(bytes | 0x80));
        }

        stream.WriteByte((byte)bytes);
    }

    private static byte[] With(TensorProto tensor)
    {
        var graph = new GraphProto();
        graph.Initializer.Add(tensor);
        return new ModelProto { Graph = graph }.ToByteArray();
    }

    private static byte[] Tiny() => DecoderPlan.For(SyntheticModelSpec.Preset("llama-tiny")).Model.ToByteArray();

    private string Refused(byte[] bytes) => Assert.Throws<ModelFormatException>(() => Read(bytes)).Message;

    private void ReadOrRefused(byte[] bytes)
    {
        try
        {
            Read(bytes);
        }
        catch (ModelFormatException e)
        {
            Assert.StartsWith("m.onnx: ", e.Message, StringComparison.Ordinal);
        }
    }

    private OnnxModel Read(byte[] bytes)
    {
        var path = _folder.File("m.onnx");
        File.WriteAllBytes(path, bytes);
        return OnnxModelReader.Read(path);
    }
}
