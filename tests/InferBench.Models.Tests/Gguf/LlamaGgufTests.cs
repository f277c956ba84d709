using System.Security.Cryptography;
using InferBench.Models.Synthetic;
using InferBench.Peers.Gguf;

namespace InferBench.Models.Tests.Gguf;

public sealed class LlamaGgufTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>As convert_hf_to_gguf.py does it: view(heads, 2, dim / 2).swapaxes(1, 2), so that row 2 i + j of a head is its row j × dim / 2 + i.</summary>
    [Fact]
    public void Interleaved_RowsOfTwoHeads_TakeTurnsFromBothHalves() =>
        Assert.Equal([0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15], Enumerable.Range(0, 16).Select(row => LlamaGguf.Interleaved(row, 8)));

    [Theory]
    [InlineData(nameof(GgufType.F32))]
    [InlineData(nameof(GgufType.Q8_0))]
    [InlineData(nameof(GgufType.Q4_0))]
    public void Write_TinyModel_HasAHeaderAndAllBytesOfItsTensors(string name)
    {
        var type = Enum.Parse<GgufType>(name);
        var shape = LlamaShapes.Named("llama-tiny");
        var path = _folder.File("tiny.gguf");

        LlamaGguf.Write(shape, 42, type, path);

        using var reader = new BinaryReader(File.OpenRead(path));
        Assert.Equal("GGUF"u8, reader.ReadBytes(4));
        Assert.Equal((3u, 2 + (9ul * 2)), (reader.ReadUInt32(), reader.ReadUInt64()));
        var norms = ((2L * shape.Layers) + 1) * shape.Hidden;
        var tensors = ((shape.Parameters - norms) / 32 * GgufBlocks.RowBytes(type, 32)) + (norms * sizeof(float));
        Assert.InRange(new FileInfo(path).Length, tensors, tensors + 4096);
        Assert.Equal(0, new FileInfo(path).Length % 32);
        Assert.False(File.Exists($"{path}.part"));
    }

    /// <summary>How the SHA-256 of llama.cpp's own bytes begins: <c>llama_model_quantize</c> of LLamaSharp.Backend.Cpu 0.30.0, pure, of the F32 file.</summary>
    [Theory]
    [InlineData(nameof(GgufType.Q8_0), "embedding", "0823c9e53d4b0d76")]
    [InlineData(nameof(GgufType.Q8_0), "down", "0a03a3c8129cd8f7")]
    [InlineData(nameof(GgufType.Q8_0), "query", "a78e20d72d5c8915")]
    [InlineData(nameof(GgufType.Q4_0), "embedding", "70a8873fdecf376b")]
    [InlineData(nameof(GgufType.Q4_0), "down", "6fe842386f0fc666")]
    [InlineData(nameof(GgufType.Q4_0), "query", "28265f2b664dbe2b")]
    public void Write_QuantizedMatrix_IsLlamaCppsOwnByteForByte(string name, string matrix, string sha256)
    {
        var (type, shape) = (Enum.Parse<GgufType>(name), LlamaShapes.Named("llama-tiny"));
        var weights = new LlamaWeights(shape, 42);
        var values = matrix switch { "embedding" => weights.Embedding, "down" => weights.Down(0), _ => weights.Query(1) };
        var (row, bytes) = (new float[values.Inputs], new byte[GgufBlocks.RowBytes(type, values.Inputs)]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        for (var at = 0; at < values.Outputs; at++)
        {
            values.ReadOutputs(matrix == "query" ? LlamaGguf.Interleaved(at, shape.HeadDim) : at, row);
            GgufBlocks.Write(type, row, bytes);
            hash.AppendData(bytes);
        }

        Assert.StartsWith(sha256, Convert.ToHexStringLower(hash.GetHashAndReset()), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FileThatIsThere_IsLeftAlone()
    {
        var path = _folder.Write("there.gguf", "mine");

        LlamaGguf.Write(LlamaShapes.Named("llama-tiny"), 42, GgufType.F32, path);

        Assert.Equal("mine", File.ReadAllText(path));
    }
}
