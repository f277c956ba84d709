using System.Runtime.InteropServices;
using InferBench.Models.Onnx;
using InferBench.Models.Quantization;

namespace InferBench.Models.Tests.Quantization;

/// <summary>MatMulNBits against a plain product with the weights unpacked from the written file: the layout is the one the runtime reads.</summary>
public sealed class BlockNumericsTests
{
    [Theory]
    [InlineData("int4-rtn-b16-sym", 96, 5)]
    [InlineData("int4-rtn-b32-sym", 100, 9)]
    [InlineData("int4-rtn-b32-asym", 100, 9)]
    [InlineData("int4-rtn-b128-asym", 300, 4)]
    [InlineData("int4-hqq-b32-asym", 96, 33)]
    [InlineData("int4-hqq-b64-asym", 200, 3)]
    [InlineData("int8-rtn-b32-sym", 100, 9)]
    public void Run_MatMulNBits_EqualsTheUnpackedProduct(string name, int k, int n)
    {
        using var folder = new TempFolder();
        var scheme = QuantizationScheme.Parse(name);
        var x = OneProjection.Numbers(2 * k, 3);
        var model = OneProjection.MatMul(OneProjection.Numbers(k * n, 4), k, n).Save(folder);

        var report = Quantizer.Quantize(model, new QuantizationOptions(scheme) { AccuracyLevel = 0 }, folder.File("out"));

        var weights = Unpack(report.ModelPath, scheme, k, n);
        var expected = from row in Enumerable.Range(0, 2) from column in Enumerable.Range(0, n)
                       select (float)Enumerable.Range(0, k).Sum(i => x[(row * k) + i] * weights[column, i]);
        Assert.All(expected.Zip(OneProjection.RunX(report.ModelPath, x, 2, k)), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
    }

    private static double[,] Unpack(string path, QuantizationScheme scheme, int k, int n)
    {
        var stored = OnnxModelReader.Read(path).Graph.Initializers.ToDictionary(t => t.Name, Bytes);
        var packed = stored[$"w.int{scheme.Bits}"];
        var scales = MemoryMarshal.Cast<byte, float>(stored["w.scales"]).ToArray();
        var zeroPoints = stored.GetValueOrDefault("w.zero_points");
        var blocks = (k + scheme.BlockSize - 1) / scheme.BlockSize;
        var weights = new double[n, k];
        for (var row = 0; row < n; row++)
        {
            for (var i = 0; i < k; i++)
            {
                var block = i / scheme.BlockSize;
                var at = (row * blocks * scheme.BlockSize) + i;
                var zero = zeroPoints is null ? 1 << (scheme.Bits - 1) : Nibble(zeroPoints, (row * ((blocks + 1) / 2 * 2)) + block);
                weights[row, i] = ((scheme.Bits == 8 ? packed[at] : Nibble(packed, at)) - zero) * (double)scales[(row * blocks) + block];
            }
        }

        return weights;
    }

    private static int Nibble(byte[] bytes, int index) => (bytes[index / 2] >> (4 * (index % 2))) & 15;

    private static byte[] Bytes(OnnxTensor tensor)
    {
        using var file = File.OpenRead(tensor.Data!.File);
        file.Position = tensor.Data.Offset;
        var bytes = new byte[tensor.Data.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
