using InferBench.Models.Onnx;
using InferBench.Models.Quantization;
using InferBench.Models.Synthetic;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Models.Tests.Quantization;

/// <summary>What ONNX Runtime computes from the written graphs, against the unquantized product.</summary>
public sealed class ProjectionTests : IDisposable
{
    private const int Rows = 3;
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Schemes => [.. QuantizationScheme.All.Select(s => s.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Quantize_MatMul_ComputesTheProductWithinTheSchemesError(string scheme)
    {
        foreach (var (k, n) in new[] { (128, 24), (100, 7), (33, 65) })
        {
            var weights = OneProjection.Numbers(k * n, seed: k);
            var x = OneProjection.Numbers(Rows * k, seed: 5);
            var model = OneProjection.MatMul(weights, k, n).Save(_folder, $"m{k}/model.onnx");
            var options = new QuantizationOptions(QuantizationScheme.Parse(scheme)) { AccuracyLevel = 0, KeepIo = true };

            var report = Quantizer.Quantize(model, options, _folder.File($"{scheme}-{k}"));

            Assert.Equal((1, 1), (report.Quantized, report.Candidates));
            Close(Product(x, weights, k, n), OneProjection.RunX(report.ModelPath, x, Rows, k), Bound(options.Scheme));
        }
    }

    [Theory]
    [InlineData("int4-rtn-b32-asym", 0.15)]
    [InlineData("int8-dyn-chan", 0.02)]
    [InlineData("int8-qdq-chan", 0.02)]
    [InlineData("fp16", 0.01)]
    public void Quantize_GemmWithTransposedWeightAndBias_KeepsBoth(string scheme, double bound)
    {
        var (weights, bias, x) = (OneProjection.Numbers(64 * 10, 1), OneProjection.Numbers(10, 2), OneProjection.Numbers(Rows * 64, 3));
        var model = OneProjection.Model(
            [OneProjection.Node("Gemm", ["x", "w", "b"], "y", Attributes.Int("transB", 1))],
            [OneProjection.Tensor("w", weights, 10, 64), OneProjection.Tensor("b", bias, 10)],
            [("x", OnnxElementType.Float, ["m", "64"])], ["y"]).Save(_folder);
        var expected = OneProjection.RunX(model, x, Rows, 64);

        var report = Quantizer.Quantize(model, new QuantizationOptions(QuantizationScheme.Parse(scheme)) { KeepIo = true }, _folder.File("out"));

        Close(expected, OneProjection.RunX(report.ModelPath, x, Rows, 64), bound);
    }

    [Theory]
    [InlineData("int4-rtn-b32-sym", EmbeddingFormat.Keep, 0.2)]
    [InlineData("int4-rtn-b32-sym", EmbeddingFormat.Int8, 0.2)]
    [InlineData("int4-rtn-b32-sym", EmbeddingFormat.Int4, 0.3)]
    [InlineData("int8-dyn-chan", EmbeddingFormat.Int8, 0.03)]
    public void Quantize_TiedEmbedding_QuantizesLookupAndHeadOfTheOneTable(string scheme, EmbeddingFormat embeddings, double bound)
    {
        var model = Tied().Save(_folder);
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([1, 5, 39], [1, 3]);
        var expected = OneProjection.Run(model, ("input_ids", ids));

        var options = new QuantizationOptions(QuantizationScheme.Parse(scheme)) { Embeddings = embeddings };
        var report = Quantizer.Quantize(model, options, _folder.File("out"));

        Close(expected, OneProjection.Run(report.ModelPath, ("input_ids", ids)), bound);
        var names = OnnxModelReader.Read(report.ModelPath).Graph.Initializers.Select(t => t.Name).ToList();
        Assert.Equal(embeddings == EmbeddingFormat.Keep, names.Contains("table"));
        Assert.Equal(embeddings == EmbeddingFormat.Keep ? 0 : 1, report.Embeddings);
    }

    [Fact]
    public void Quantize_HeadKept_LeavesItAndSaysSo()
    {
        var options = new QuantizationOptions(QuantizationScheme.Int4) { KeepHead = true, Embeddings = EmbeddingFormat.Int8 };

        var report = Quantizer.Quantize(Tied().Save(_folder), options, _folder.File("out"));

        Assert.Equal(0, report.Quantized);
        Assert.Equal([new LeftNodes("the head", 1)], report.Left);
    }

    private static ModelProto Tied() => OneProjection.Model(
        [
            OneProjection.Node("Gather", ["table", "input_ids"], "h"),
            OneProjection.Node("Transpose", ["table"], "t", Attributes.Ints("perm", 1, 0)),
            OneProjection.Node("MatMul", ["h", "t"], "logits"),
        ],
        [OneProjection.Tensor("table", OneProjection.Numbers(40 * 64, 9), 40, 64)],
        [("input_ids", OnnxElementType.Int64, ["b", "s"])], ["logits"]);

    private static double Bound(QuantizationScheme scheme) => scheme.Bits switch { 16 => 0.01, 8 => 0.02, _ => 0.25 };

    private static float[] Product(float[] x, float[] weights, int k, int n) =>
        [.. from row in Enumerable.Range(0, Rows) from column in Enumerable.Range(0, n)
            select (float)Enumerable.Range(0, k).Sum(i => (double)x[(row * k) + i] * weights[(i * n) + column])];

    /// <summary>The root mean square of the differences, relative to the values'.</summary>
    private static void Close(float[] expected, float[] actual, double bound)
    {
        Assert.Equal(expected.Length, actual.Length);
        var relative = Math.Sqrt(expected.Zip(actual, (e, a) => Math.Pow(e - a, 2)).Sum() / expected.Sum(e => Math.Pow(e, 2)));
        Assert.True(relative <= bound, $"relative error {relative:E2}, bound {bound:E2}");
    }
}
