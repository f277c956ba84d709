using InferBench.Cli.Preparation;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Preparation;

public sealed class OneShotSweepTests
{
    [NeedsModelsFact("tiny-bert")]
    public void Cells_EncoderOfOpenBatchAndLength_AreTheProductOfBoth()
    {
        var cells = Cells(new Plan { Batches = [4, 1], Prompts = [8, 16] }, "tiny-bert/model.onnx");

        Assert.Equal([(1, 8), (1, 16), (4, 8), (4, 16)], cells.Select(cell => (cell.Cell.Batch, cell.Cell.PromptTokens!.Value)));
        Assert.All(cells, cell => Assert.Null(cell.Cell.GeneratedTokens));
        Assert.Equal(4, cells.Select(cell => cell.Key).Distinct().Count());
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Cells_ModelOfOneBatch_AreThatBatch()
    {
        var cell = Assert.Single(Cells(new Plan { Batches = [2, 4] }, "mnist/model.onnx")).Cell;

        Assert.Equal((1, null), (cell.Batch, cell.PromptTokens));
    }

    [NeedsModelsFact("trees/xgboost_classifier_tree")]
    public void Cells_OpenDimensionWithoutAName_IsTheBatch() =>
        Assert.Equal([1, 2, 4], Cells(new Plan { Batches = [1, 2, 4] }, "trees/xgboost_classifier_tree/model.onnx").Select(cell => cell.Cell.Batch));

    [NeedsModelsFact("mnist/model.onnx")]
    public void Cells_OtherInputs_HaveAnotherKey()
    {
        var own = Assert.Single(Cells(new Plan(), "mnist/model.onnx"));
        var zeros = Assert.Single(Cells(new Plan { Inputs = ["Input3=:zeros"] }, "mnist/model.onnx"));

        Assert.Equal(own.Cell, zeros.Cell);
        Assert.NotEqual(own.Key, zeros.Key);
    }

    [NeedsModelsTheory("mobilenetv2-int8/model.onnx")]
    [InlineData("mnist/model.onnx", "batch 1, fixed by the model, inputs from test_data_set_0")]
    [InlineData("ultraface/version-RFB-320.onnx", "batch 1, fixed by the model, made-up inputs")]
    [InlineData("mobilenetv2-int8/model.onnx", "open batch, made-up inputs and at batch 1 test_data_set_0")]
    [InlineData("trees/lgbm_classifier_tensor/model.onnx", "open batch, made-up inputs")]
    public void Describe_Model_SaysItsBatchAndInputs(string model, string expected) => Assert.Equal(expected, Sweep(new Plan(), model).Describe());

    [NeedsModelsFact("tiny-bert")]
    public void Of_LargestCell_NeedsItsInputs()
    {
        var (plan, model) = (PlanRules.Apply(new Plan { Batches = [1, 4], Prompts = [16] }, "plan"), Model("tiny-bert/model.onnx"));
        var sweep = OneShotSweep.Of(plan, model, "plan");

        // Two tensors of 4 × 16 64-bit ids.
        Assert.Equal(1000 + (2 * 4 * 16 * 8), MemoryNeed.Of(new PreparedShard(model, sweep.Cells(plan, model)) { OneShot = sweep }));
    }

    private static IReadOnlyList<PlannedCell> Cells(Plan asked, string model)
    {
        var plan = PlanRules.Apply(asked, "plan");
        return OneShotSweep.Of(plan, Model(model), "plan").Cells(plan, Model(model));
    }

    private static OneShotSweep Sweep(Plan asked, string model) => OneShotSweep.Of(PlanRules.Apply(asked, "plan"), Model(model), "plan");

    private static PreparedModel Model(string model) => new(
        new RunModel("m", "fp32", "cpu", "model.onnx", "00", 1000, 250, null, null, null, Synthetic: false), TestModels.Path(model), null, IsDecoder: false);
}
