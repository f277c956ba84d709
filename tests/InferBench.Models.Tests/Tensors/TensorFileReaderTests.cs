using Google.Protobuf;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;

namespace InferBench.Models.Tests.Tensors;

public sealed class TensorFileReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RawData_GivesNameShapeAndElements()
    {
        var tensor = Read(Raw(OnnxElementType.Float, [2, 1], [0, 0, 128, 63, 0, 0, 0, 64]));

        Assert.Equal("x", tensor.Name);
        Assert.Equal([2, 1], tensor.Value.Dims);
        Assert.Equal([1.0, 2.0], Numbers(tensor.Value));
    }

    [Fact]
    public void Read_TypedFields_HoldTheSameElements()
    {
        var floats = Message(OnnxElementType.Float, 2);
        floats.FloatData.Add([1.5f, -2]);
        var halves = Message(OnnxElementType.Float16, 2);
        halves.Int32Data.Add([0x3E00, 0xC000]);
        var longs = Message(OnnxElementType.Int64, 2);
        longs.Int64Data.Add([long.MinValue, 3]);
        var unsigned = Message(OnnxElementType.UInt32, 1);
        unsigned.Uint64Data.Add(uint.MaxValue);
        var doubles = Message(OnnxElementType.Double, 1);
        doubles.DoubleData.Add(0.1);
        var bytes = Message(OnnxElementType.Int8, 2);
        bytes.Int32Data.Add([-128, 127]);
        var strings = Message(OnnxElementType.String, 2);
        strings.StringData.Add([ByteString.CopyFromUtf8("жук"), ByteString.Empty]);

        Assert.Equal([1.5, -2], Numbers(Read(floats).Value));
        Assert.Equal([1.5, -2], Numbers(Read(halves).Value));
        Assert.Equal([(double)long.MinValue, 3], Numbers(Read(longs).Value));
        Assert.Equal([(double)uint.MaxValue], Numbers(Read(unsigned).Value));
        Assert.Equal([0.1], Numbers(Read(doubles).Value));
        Assert.Equal([-128, 127], Numbers(Read(bytes).Value));
        Assert.Equal(["жук", ""], Read(strings).Value.Strings);
    }

    [Theory]
    [InlineData(OnnxElementType.Float, new long[] { 3 }, 8, "holds 8 bytes, but float32[3] needs 12")]
    [InlineData(OnnxElementType.Float, new long[] { 1L << 40, 1L << 40 }, 8, "impossible shape")]
    [InlineData(OnnxElementType.Float, new long[] { -1 }, 8, "impossible shape")]
    [InlineData(OnnxElementType.Float, new long[] { 1L << 29 }, 8, "more than 1 GiB")]
    [InlineData(OnnxElementType.Bool, new long[] { 8 }, 8, "neither 0 nor 1")]
    [InlineData(OnnxElementType.String, new long[] { 1 }, 8, "strings as raw_data")]
    [InlineData(OnnxElementType.Float8E4M3FN, new long[] { 8 }, 8, "cannot be fed or compared")]
    [InlineData(OnnxElementType.Undefined, new long[] { 8 }, 8, "no element type")]
    [InlineData((OnnxElementType)99, new long[] { 8 }, 8, "cannot be fed or compared")]
    [InlineData(OnnxElementType.Float, new long[] { 1 }, 0, "holds 0 elements")]
    public void Read_RawDataThatDoesNotFit_SaysWhy(OnnxElementType type, long[] dims, int bytes, string expected) =>
        Assert.Contains(expected, Refused(Raw(type, dims, [.. Enumerable.Repeat((byte)7, bytes)])), StringComparison.Ordinal);

    [Fact]
    public void Read_FieldOfAnotherType_IsRefused()
    {
        var tensor = Message(OnnxElementType.Int64, 1);
        tensor.FloatData.Add(1);

        Assert.Contains("holds int64 in float_data", Refused(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumberOutOfRange_IsRefused()
    {
        var tensor = Message(OnnxElementType.UInt8, 1);
        tensor.Int32Data.Add(256);

        Assert.Contains("a number that uint8 cannot", Refused(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ElementsTwice_IsRefused()
    {
        var tensor = Raw(OnnxElementType.Float, [1], [0, 0, 0, 0]);
        tensor.FloatData.Add(0);

        Assert.Contains("holds elements twice", Refused(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExternalData_IsRefused()
    {
        var tensor = Message(OnnxElementType.Float, 1);
        tensor.DataLocation = 1;
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "/etc/passwd" });

        Assert.Contains("another file", Refused(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SequenceProto_IsCalledByItsName()
    {
        // SequenceProto { elem_type = TENSOR, tensor_values = [{}] }.
        Assert.Contains("SequenceProto", Refused([0x10, 1, 0x1A, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutOrChangedAnywhere_IsRefusedOrRead()
    {
        var whole = Raw(OnnxElementType.Float, [2, 1], [0, 0, 128, 63, 0, 0, 0, 64]).ToByteArray();
        var random = new Random(1);
        for (var trial = 0; trial < 500; trial++)
        {
            var bytes = whole[..random.Next(whole.Length + 1)];
            if (bytes.Length > 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Read(bytes);
            }
            catch (ModelFormatException e)
            {
                Assert.StartsWith("input_0.pb: ", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [NeedsModelsFact("mnist/test_data_set_0/input_0.pb")]
    public void Read_RealTestData_Reads() =>
        Assert.Equal("float32[1x1x28x28]", TensorFileReader.Read(TestModels.Path("mnist/test_data_set_0/input_0.pb")).Value.ToString());

    private static TensorProto Message(OnnxElementType type, params long[] dims)
    {
        var tensor = new TensorProto { Name = "x", DataType = (int)type };
        tensor.Dims.Add(dims);
        return tensor;
    }

    private static TensorProto Raw(OnnxElementType type, long[] dims, byte[] bytes)
    {
        var tensor = Message(type, dims);
        tensor.RawData = ByteString.CopyFrom(bytes);
        return tensor;
    }

    private static double[] Numbers(HostTensor tensor) => [.. Enumerable.Range(0, (int)tensor.ElementCount).Select(i => tensor.NumberAt(i))];

    private string Refused(TensorProto tensor) => Refused(tensor.ToByteArray());

    private string Refused(byte[] bytes) => Assert.Throws<ModelFormatException>(() => Read(bytes)).Message;

    private NamedTensor Read(TensorProto tensor) => Read(tensor.ToByteArray());

    private NamedTensor Read(byte[] bytes)
    {
        var path = _folder.File("input_0.pb");
        File.WriteAllBytes(path, bytes);
        return TensorFileReader.Read(path);
    }
}
