using InferBench.Bench.Tests.Fakes;
using InferBench.Bench.Workloads;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Samples;
using InferBench.Core.Workers;
using InferBench.Tests;

namespace InferBench.Bench.Tests.Workloads;

public sealed class OneShotWorkloadsTests
{
    private readonly OperationTrace _trace = new(1);

    [NeedsModelsFact("silero-vad")]
    public void Create_StatefulModel_ComputesTheSameInEachOperation()
    {
        using var source = Load("silero-vad/silero_vad_16k_op15.onnx", 2, null, ["sequence=512"]);
        using var workload = source.Create(Cell(2, null));

        workload.Run(_trace);
        var first = workload.OutputFingerprint();
        workload.Run(_trace);

        Assert.Null(source.Objection);
        Assert.Equal(first, workload.OutputFingerprint());
        Assert.Equal(["state"], workload.OneShot!.States);
        Assert.Equal("input=float32[2x512], state=float32[2x2x128], sr=int64[scalar]", workload.OneShot.Inputs);
    }

    [NeedsModelsFact("tiny-bert")]
    public void Create_Encoder_HasTheCellsBatchAndLength()
    {
        using var source = Load("tiny-bert/model.onnx", 3, 16, []);
        using var workload = source.Create(Cell(3, 16));

        Assert.Equal("input_ids=int64[3x16], attention_mask=int64[3x16]", workload.OneShot!.Inputs);
        Assert.Equal((InputSource.MadeUp, true), (workload.OneShot.Source, workload.OneShot.Bound));
        Assert.Null(source.Report.CacheMode);
    }

    [NeedsModelsFact("mnist/model.onnx")]
    public void Create_ModelWithTestData_IsFedIt()
    {
        using var source = Load("mnist/model.onnx", 1, null, []);
        using var workload = source.Create(Cell(1, null));

        Assert.Equal(InputSource.TestData, workload.OneShot!.Source);
    }

    [NeedsModelsFact("odd/winml/zipmap-string.onnx")]
    public void Create_ModelWithMaps_SaysThatItIsNotBound()
    {
        using var source = Load("odd/winml/zipmap-string.onnx", 1, null, []);
        using var workload = source.Create(Cell(1, null));
        workload.Run(_trace);

        Assert.False(workload.OneShot!.Bound);
    }

    [NeedsModelsFact("odd/winml/dictvectorizer-string.onnx")]
    public void Objection_OutputOfAnotherShapeThanDeclared_IsSaid()
    {
        using var source = Load("odd/winml/dictvectorizer-string.onnx", 1, null, []);

        Assert.Equal("Y is float32[1x3] where float32[scalar] is declared", source.Objection);
    }

    [NeedsModelsFact("silero-vad")]
    public void Load_InputsThatTheModelCannotTake_SaysHowToGiveOthers()
    {
        var problem = Assert.Throws<BadInputException>(() => Load("silero-vad/silero_vad_16k_op15.onnx", 1, null, []));

        Assert.Contains("the run fails: ", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("say what fits with --input or --dim)", problem.Message, StringComparison.Ordinal);
    }

    private static IWorkloadSource Load(string model, int batch, int? length, string[] dims) => WorkloadSources.Load(new ShardRequest(
        "m fp32 cpu", TestModels.Path(model), "00", "cpu", 1, 42, null, Measured.Quick, "journal.jsonl", [new PlannedCell("k", Cell(batch, length))])
    {
        OneShot = new OneShotRequest([], dims),
    });

    private static Cell Cell(int batch, int? length) => new("m", "fp32", "cpu", batch, length, null, 1);
}
