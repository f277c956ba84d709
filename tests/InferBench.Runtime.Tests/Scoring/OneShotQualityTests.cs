using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Onnx;
using InferBench.Models.Quantization;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;
using InferBench.Runtime.Scoring;
using InferBench.Tests.Runtime.Execution;

namespace InferBench.Tests.Runtime.Scoring;

public sealed class OneShotQualityTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Measure_AModelAgainstItself_IsTheSameInEveryItem()
    {
        var model = Model("Relu", "same");

        var score = OneShotQuality.Measure(model, model, "cpu", 1);

        Assert.Equal(1, score.Similarity.CosineMean, 1e-12);
        Assert.Equal(1, score.Similarity.CosineLeast, 1e-12);
        Assert.Equal(1, score.Top1Agreement!.Value);
        Assert.Equal((16, 48, false), (score.Similarity.InputSets, score.Similarity.Items, score.Similarity.FromTestData));
    }

    [Fact]
    public void Measure_TheOppositeModel_HasCosineMinusOneAndOtherClasses()
    {
        var score = OneShotQuality.Measure(Model("Neg", "opposite"), Model("Identity", "reference"), "cpu", 1);

        Assert.Equal(-1, score.Similarity.CosineMean, 1e-12);
        Assert.Equal(0, score.Top1Agreement!.Value);
        Assert.Equal("y", score.Similarity.WorstOutput);
    }

    [Fact]
    public void Measure_OutputsOfOtherNames_SaysThereIsNothingToCompare()
    {
        var other = new TinyModel().Node("Relu", ["x"], ["z"]).Input("x", OnnxElementType.Float, "3", "4").Output("z", OnnxElementType.Float, "3", "4")
            .Write(_folder, "other.onnx");

        var problem = Assert.Throws<BadInputException>(() => OneShotQuality.Measure(other, Model("Relu", "reference"), "cpu", 1));

        Assert.Equal("other.onnx and reference.onnx have no floating-point output in common; there is nothing to compare", problem.Message);
    }

    [Fact]
    public void Add_Labels_CountsThoseThatAgree()
    {
        var tally = new OutputTally("model.onnx", "reference.onnx");

        tally.Add(Result(1, 2, 3, 4), Result(1, 2, 3, 5));

        var score = tally.Result(1, fromData: true);
        Assert.Equal(0.75, score.Top1Agreement!.Value);
        Assert.Equal(1, score.Similarity.CosineMean, 1e-12);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0)]
    public void Add_VectorsOfNothing_AreAlikeOnlyAmongThemselves(double own, double other, double cosine)
    {
        var tally = new OutputTally("model.onnx", "reference.onnx");

        tally.Add(Floats(own, own), Floats(other, other));

        Assert.Equal(cosine, tally.Result(1, fromData: false).Similarity.CosineMean);
    }

    [Fact]
    public void Add_NotFinite_IsRefused()
    {
        var problem = Assert.Throws<BadInputException>(() => new OutputTally("model.onnx", "reference.onnx").Add(Floats(double.NaN, 1), Floats(1, 1)));

        Assert.Equal("y: model.onnx or reference.onnx returns values that are not finite", problem.Message);
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Measure_QuantizedClassifier_IsComparedOnTheReferencesOwnData()
    {
        var reference = ModelFolder.Resolve(TestModels.Path("mnist"));
        var half = Quantizer.Quantize(reference, new QuantizationOptions(QuantizationScheme.Fp16), _folder.File("half")).ModelPath;

        var score = OneShotQuality.Measure(half, reference, "cpu", 1);

        Assert.True(score.Similarity.FromTestData);
        Assert.Equal(3, score.Similarity.InputSets);
        Assert.InRange(score.Similarity.CosineLeast, 0.9999, 1);
        Assert.Equal(1, score.Top1Agreement!.Value);
    }

    private static RunResult Floats(params double[] values) =>
        new([KeyValuePair.Create<string, HostValue>("y", HostTensor.OfNumbers(OnnxElementType.Float, [values.Length], values))]);

    private static RunResult Result(params long[] labels) => new(
    [
        KeyValuePair.Create<string, HostValue>("label", HostTensor.OfInt64([labels.Length], labels)),
        KeyValuePair.Create<string, HostValue>("score", HostTensor.OfNumbers(OnnxElementType.Float, [2], [0.25, 0.75])),
    ]);

    private string Model(string op, string name) => new TinyModel().Node(op, ["x"], ["y"])
        .Input("x", OnnxElementType.Float, "3", "4").Output("y", OnnxElementType.Float, "3", "4").Write(_folder, $"{name}.onnx");
}
