using Google.Protobuf;
using InferBench.Models.Onnx;

namespace InferBench.Models.Tests.Onnx;

public sealed class ExternalDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FileIsThere_SaysWhereTheBytesAre()
    {
        _folder.Write("m/weights.bin", new string('x', 48));

        var tensor = Assert.Single(Read("weights.bin", "16", "32").Graph.Initializers);

        Assert.Equal(new TensorData(_folder.File("m/weights.bin"), 16, 32, "weights.bin"), tensor.Data);
    }

    [Fact]
    public void Read_FileIsMissing_SaysWhereItShouldBe() =>
        Assert.Equal("model.onnx: external data file \"weights.bin\" is missing (expected beside the model)", Refused("weights.bin", null, null));

    [Theory]
    [InlineData("17", "32", "too short")]
    [InlineData("9223372036854775807", "32", "too short")]
    [InlineData("-1", "32", "no number")]
    [InlineData("0", "31", "holds 31 bytes")]
    public void Read_PlaceThatCannotBe_SaysWhy(string offset, string length, string expected)
    {
        _folder.Write("m/weights.bin", new string('x', 48));

        Assert.Contains(expected, Refused("weights.bin", offset, length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret.bin")]
    [InlineData("sub/../../secret.bin")]
    [InlineData("/etc/hostname")]
    [InlineData("C:\\secret.bin")]
    [InlineData("..\\secret.bin")]
    public void Read_PathOutOfTheFolder_IsRefused(string location)
    {
        _folder.Write("secret.bin", new string('x', 32));

        Assert.Contains("outside the model's folder", Refused(location, null, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("link.bin")]
    [InlineData("linked/secret.bin")]
    public void Read_LinkOutOfTheFolder_IsRefused(string location)
    {
        var secret = _folder.Write("outside/secret.bin", new string('x', 32));
        Directory.CreateDirectory(_folder.File("m"));
        File.CreateSymbolicLink(_folder.File("m/link.bin"), secret);
        Directory.CreateSymbolicLink(_folder.File("m/linked"), Path.GetDirectoryName(secret)!);

        Assert.Contains("link out of the model's folder", Refused(location, null, null), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CacheThatLinksModelAndDataToOneFolder_IsRead()
    {
        Write("weights.bin", null, null);
        Directory.CreateDirectory(_folder.File("blobs"));
        File.Move(_folder.File("m/model.onnx"), _folder.File("blobs/aa"));
        _folder.Write("blobs/bb", new string('x', 32));
        File.CreateSymbolicLink(_folder.File("m/model.onnx"), "../blobs/aa");
        File.CreateSymbolicLink(_folder.File("m/weights.bin"), "../blobs/bb");

        Assert.Single(OnnxModelReader.Read(_folder.File("m/model.onnx")).Graph.Initializers);
    }

    private string Refused(string location, string? offset, string? length) =>
        Assert.Throws<ModelFormatException>(() => Read(location, offset, length)).Message;

    private OnnxModel Read(string location, string? offset, string? length)
    {
        Write(location, offset, length);
        return OnnxModelReader.Read(_folder.File("m/model.onnx"));
    }

    private void Write(string location, string? offset, string? length)
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)OnnxElementType.Float, DataLocation = 1 };
        tensor.Dims.Add(8);
        foreach (var (key, value) in new[] { ("location", location), ("offset", offset), ("length", length) })
        {
            if (value is not null)
            {
                tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
            }
        }

        var graph = new GraphProto();
        graph.Initializer.Add(tensor);
        Directory.CreateDirectory(_folder.File("m"));
        File.WriteAllBytes(_folder.File("m/model.onnx"), new ModelProto { Graph = graph }.ToByteArray());
    }
}
