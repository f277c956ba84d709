using InferBench.Core.Errors;
using InferBench.Runtime.Execution;

namespace InferBench.Tests.Runtime.Execution;

/// <summary>Real models of many kinds against what onnxruntime-node 1.30 measured, and against the test data that came with them.</summary>
public sealed class ReferenceModelTests
{
    [NeedsModelsTheory("reference")]
    [InlineData("silero-vad", "audio-silero-vad__silero_vad_16k_op15.onnx", 2)]
    [InlineData("trees/lgbm_classifier_tensor", "classic-tract-trees__lgbm_classifier_tensor__model.onnx", 1)]
    [InlineData("trees/lgbm_regressor_tensor", "classic-tract-trees__lgbm_regressor_tensor__model.onnx", 1)]
    [InlineData("trees/xgboost_classifier_tree", "classic-tract-trees__xgboost_classifier_tree__model.onnx", 1)]
    [InlineData("trees/xgboost_regressor_tree", "classic-tract-trees__xgboost_regressor_tree__model.onnx", 1)]
    [InlineData("babyllama/genai-fp32", "derived-babyllama105__genai-fp32__model.onnx", 2)]
    [InlineData("babyllama/hf-fp32", "derived-babyllama105__hf-fp32__model.onnx", 2)]
    [InlineData("tiny-bert", "enc-optimum-tiny-bert__model.onnx", 1)]
    [InlineData("tiny-gpt2-genai", "genai-tiny-gpt2-fp32__past.onnx", 2)]
    [InlineData("external-data/mnist-external", "odd-external-data__mnist-external__mnist.onnx", 1)]
    [InlineData("external-data/mnist.onnx", "odd-external-data__mnist.onnx", 1)]
    [InlineData("mobilenetv2-int8", "vis-mauimodeltester__model.onnx", 1)]
    [InlineData("mnist", "vis-mnist__model.onnx", 1)]
    [InlineData("ultraface", "vis-ultraface__version-RFB-320.onnx", 1)]
    public void Run_Reference_Agrees(string model, string reference, int runs)
    {
        var report = ModelCheck.Run(new CheckRequest(TestModels.Path(model), Reference: Reference(reference)));

        Assert.Equal(CheckSource.Reference, report.Source);
        Assert.Equal(runs, report.Runs.Count);
        Assert.All(report.Runs.SelectMany(r => r.Outputs), o => Assert.True(o.Agrees, $"{o.Name}: {o.Problem}"));
        Assert.Contains(report.Runs.SelectMany(r => r.Outputs), o => o.MaxAbs is not null);
    }

    [NeedsModelsTheory("mnist")]
    [InlineData("mnist", 3)]
    [InlineData("mobilenetv2-int8", 1)]
    public void Run_TestData_Agrees(string model, int sets)
    {
        var report = ModelCheck.Run(new CheckRequest(TestModels.Path(model)));

        Assert.Equal(CheckSource.TestData, report.Source);
        Assert.Equal(sets, report.Runs.Count);
        Assert.True(report.Agrees);
        Assert.All(report.Runs, run => Assert.True(Assert.Single(run.Outputs).SameArgMax));
    }

    [NeedsModelsTheory("odd/winml")]
    [InlineData("odd/lfs-pointer", "Git LFS pointer")]
    [InlineData("odd/winml/corrupt-model.onnx", "is not in the ONNX format")]
    [InlineData("odd/winml/foo.onnx", "No Op registered for Foo")]
    [InlineData("odd/winml/foo_truncated.onnx", "No Op registered for Foo")]
    [InlineData("odd/winml/UnicodePath/こんにちは maçã/foo.onnx", "No Op registered for Foo")]
    [InlineData("odd/winml/bad_names.onnx", "Missing opset")]
    [InlineData("odd/winml/castmap-int64.onnx", "Missing model IR version")]
    [InlineData("odd/winml", "several models")]
    public void Run_OddModel_IsRefusedWithItsWord(string model, string word)
    {
        var problem = Assert.ThrowsAny<BadInputException>(() => ModelCheck.Run(new CheckRequest(TestModels.Path(model))));

        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [NeedsModelsTheory("odd/winml")]
    [InlineData("babyllama/genai-fp32")]
    [InlineData("babyllama/hf-fp32")]
    [InlineData("tiny-gpt2-genai")]
    [InlineData("tiny-bert")]
    [InlineData("ultraface")]
    [InlineData("trees/lgbm_classifier_tensor")]
    [InlineData("odd/winml/free_dimensional_imageDes.onnx")]
    [InlineData("odd/winml/free_dimensional_image_input.onnx")]
    [InlineData("odd/winml/zipmap-int64.onnx")]
    [InlineData("odd/winml/zipmap-string.onnx")]
    public void Run_NothingToCompareWith_RunsOnMadeUpInputs(string model)
    {
        var report = ModelCheck.Run(new CheckRequest(TestModels.Path(model)));

        Assert.Equal(CheckSource.MadeUp, report.Source);
        Assert.All(Assert.Single(report.Runs).Outputs, o => Assert.True(o.Agrees, $"{o.Name}: {o.Problem}"));
    }

    [NeedsModelsTheory("odd/winml")]
    [InlineData("odd/winml/dictvectorizer-int64.onnx")]
    [InlineData("odd/winml/dictvectorizer-string.onnx")]
    public void Run_MapInput_IsFedAndItsUndeclaredShapeIsReported(string model)
    {
        var output = Assert.Single(Assert.Single(ModelCheck.Run(new CheckRequest(TestModels.Path(model))).Runs).Outputs);

        // The file declares an empty shape, which is a scalar, and returns a row.
        Assert.Equal("float32[1x3] where float32[scalar] is declared", output.Problem);
    }

    [NeedsModelsFact("silero-vad")]
    public void Run_OverriddenInputs_RunsOnThem()
    {
        var model = TestModels.Path("silero-vad");

        var short8 = Assert.Throws<BadInputException>(() => ModelCheck.Run(new CheckRequest(model)));
        var report = ModelCheck.Run(new CheckRequest(model, Dims: ["sequence=512"], Inputs: ["state=:ones"]));

        Assert.Contains("say what fits with --input, --dim or --reference", short8.Message, StringComparison.Ordinal);
        Assert.True(report.Agrees);
        Assert.Equal("input=float32[1x512], state=float32[2x1x128], sr=int64[scalar]", report.Runs[0].Inputs);
    }

    [NeedsModelsFact("mnist")]
    public void Run_ReferenceOfAnotherModel_SaysWhatDoesNotFit()
    {
        var problem = Assert.Throws<BadInputException>(
            () => ModelCheck.Run(new CheckRequest(TestModels.Path("mnist"), Reference: Reference("vis-ultraface__version-RFB-320.onnx"))));

        Assert.Contains("there is no input input; input Input3: float32[1x1x28x28] is missing", problem.Message, StringComparison.Ordinal);
    }

    [NeedsModelsFact("mnist")]
    public void Run_WrongReference_Differs()
    {
        using var folder = new TempFolder();
        var right = File.ReadAllText(Reference("vis-mnist__model.onnx"));

        Assert.Contains("-0.488616526 at 0 where -0.488900006 is expected", Problem("-0.4886165261268616,", "-0.4889,"), StringComparison.Ordinal);
        Assert.Contains("sum -0.0762857", Problem("\"sum\": -0.0762857049703598", "\"sum\": -0.08"), StringComparison.Ordinal);
        Assert.Contains("largest element at 4 where 3 is expected", Problem("\"argmaxFlat\": 4", "\"argmaxFlat\": 3"), StringComparison.Ordinal);
        Assert.Contains("float32[1x10] where float32[2x5] is expected", Problem("[\n    1,\n    10\n   ]", "[2,5]"), StringComparison.Ordinal);

        string Problem(string from, string to)
        {
            Assert.Contains(from, right, StringComparison.Ordinal);
            var path = folder.Write("wrong.json", right.Replace(from, to, StringComparison.Ordinal));
            var report = ModelCheck.Run(new CheckRequest(TestModels.Path("mnist"), Reference: path));
            Assert.False(report.Agrees);
            return report.Runs[0].Outputs[0].Problem!;
        }
    }

    [NeedsModelsFact("odd/winml/zipmap-string.onnx")]
    public void Run_MapsInASequence_AreComparedByKey()
    {
        using var folder = new TempFolder();
        var reference = folder.Write("zipmap.json", """
            {"spec":[{"name":"X","type":"float32","dims":[1,3],"fill":"arange","base":1}],
             "outputs":[{"name":"Y","type":"sequence","items":[
               {"type":"map","keys":{"type":"string","first":["lion","cat","dog"]},"values":{"type":"float32","first":[3,1,2]}}]}]}
            """);

        var report = ModelCheck.Run(new CheckRequest(TestModels.Path("odd/winml/zipmap-string.onnx"), Reference: reference));

        Assert.True(report.Agrees, report.Runs[0].Outputs[0].Problem);
    }

    private static string Reference(string name) => TestModels.Path($"reference/{name}.json");
}
