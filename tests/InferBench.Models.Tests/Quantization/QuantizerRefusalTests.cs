using InferBench.Models.Onnx;
using InferBench.Models.Quantization;

namespace InferBench.Models.Tests.Quantization;

public sealed class QuantizerRefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parse_UnknownScheme_ListsTheAcceptedOnes()
    {
        var error = Assert.Throws<QuantizationException>(() => QuantizationScheme.Parse("int3"));

        Assert.All((string[])["int8-dyn-chan", "int8-qdq-chan", "int4-hqq-bN-asym", "fp16"], name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_EveryName_GivesThatScheme() => Assert.All(QuantizationScheme.All, s => Assert.Equal(s, QuantizationScheme.Parse(s.Name)));

    [Fact]
    public void Quantize_NoProjection_SaysThereIsNothing() =>
        Refused("nothing to quantize", OneProjection.Model([OneProjection.Node("Relu", ["x"], "y")], [], [("x", OnnxElementType.Float, ["4"])], ["y"]).Save(_folder));

    [Theory]
    [InlineData("int4-rtn-b32-sym")]
    [InlineData("int8-dyn-chan")]
    [InlineData("int8-qdq-chan")]
    public void Quantize_Twice_SaysItIsQuantizedAlready(string scheme)
    {
        var once = Quantizer.Quantize(Model(), new QuantizationOptions(QuantizationScheme.Parse(scheme)), _folder.File("once"));

        Refused("already quantized", once.ModelPath);
    }

    [Theory]
    [InlineData("m")]
    [InlineData("m/inside")]
    public void Quantize_IntoTheSourcesFolder_IsRefused(string target) => Refused("own folder or inside", Model(), target: target);

    [Fact]
    public void Quantize_FolderInTheWay_IsLeftAlone()
    {
        _folder.Write("out/precious.txt", "mine");

        Refused("is there already", Model());

        Assert.Equal("mine", File.ReadAllText(_folder.File("out/precious.txt")));
    }

    [Fact]
    public void Quantize_UnknownExclusion_NamesIt() =>
        Refused("no node or weight named nobody", Model(), new QuantizationOptions(QuantizationScheme.Int4) { Exclude = ["nobody"] });

    [Fact]
    public void Quantize_EverythingExcluded_SaysThereIsNothing() =>
        Refused("1 left: excluded", Model(), new QuantizationOptions(QuantizationScheme.Int4) { Exclude = ["w"] });

    [Fact]
    public void Quantize_WeightWithNaN_NamesTheTensorAndLeavesNothingBehind()
    {
        var weights = OneProjection.Numbers(64 * 8, 1);
        weights[77] = float.NaN;

        Refused("w: holds a number that is not finite", OneProjection.MatMul(weights, 64, 8).Save(_folder));

        Assert.Equal(["m"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Quantize_DynamicActivationsBeforeTheirOpset_SaysWhatToDo()
    {
        var model = OneProjection.MatMul(OneProjection.Numbers(64, 1), 8, 8);
        model.OpsetImport[0].Version = 9;

        Refused("needs 11 or later", model.Save(_folder), new QuantizationOptions(QuantizationScheme.Int8));
    }

    [Fact]
    public void Quantize_Cancelled_LeavesNothingBehind()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => Quantizer.Quantize(Model(), new QuantizationOptions(QuantizationScheme.Int4), _folder.File("out"), null, cancelled.Token));

        Assert.Equal(["m"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    private string Model() => OneProjection.MatMul(OneProjection.Numbers(64 * 8, 1), 64, 8).Save(_folder);

    private void Refused(string expected, string model, QuantizationOptions? options = null, string target = "out")
    {
        var error = Assert.ThrowsAny<ModelException>(
            () => Quantizer.Quantize(model, options ?? new QuantizationOptions(QuantizationScheme.Int4), _folder.File(target)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
