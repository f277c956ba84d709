using InferBench.Models.Onnx;
using InferBench.Models.Selection;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Tests.Runtime.Decoding;

/// <summary>The graph after the edit, run by ONNX Runtime: what is selected is known from the table.</summary>
public sealed class AppendedSelectionTests
{
    private const int Vocabulary = 600;

    /// <summary>After id 0 the largest is at 7; after 1 it is at 3 and 599; after 2 everything is equal; after 3 it is the last.</summary>
    private static readonly float[][] Rows =
    [
        Row(7), Row(599, 3), Row(), Row(599),
    ];

    [Theory]
    [InlineData(OnnxElementType.Float)]
    [InlineData(OnnxElementType.Float16)]
    [InlineData(OnnxElementType.BFloat16)]
    public void Append_AnyLogits_SelectsTheFirstOfTheLargestAfterTheLastPosition(OnnxElementType type)
    {
        using var folder = new TempFolder();
        var model = GreedySelection.Append(OnnxModelReader.Read(TableModel.Write(folder, Rows, type)), "input_ids", "logits");

        // The ids before the last would select otherwise.
        var ids = Run(model, [3, 2, 0, /**/ 0, 0, 1, /**/ 1, 3, 2, /**/ 2, 1, 3], batch: 4, length: 3);

        Assert.Equal([7, 3, 0, 599], ids);
    }

    /// <summary>ArgMax has no kernel for bfloat16 on CUDA and none on the CPU; the others need no Cast, and get none.</summary>
    [Theory]
    [InlineData(OnnxElementType.Float, "Gather, Constant, Gather, ArgMax")]
    [InlineData(OnnxElementType.Float16, "Gather, Constant, Gather, ArgMax")]
    [InlineData(OnnxElementType.BFloat16, "Gather, Constant, Gather, Cast, ArgMax")]
    public void Append_LogitsThatArgMaxCannotTake_AreWidenedAfterTheLastPositionIsTaken(OnnxElementType type, string expected)
    {
        using var folder = new TempFolder();

        var graph = ModelProto.Parser.ParseFrom(GreedySelection.Append(OnnxModelReader.Read(TableModel.Write(folder, Rows, type)), "input_ids", "logits").Bytes).Graph;

        Assert.Equal(expected, string.Join(", ", graph.Node.Select(node => node.OpType)));
        Assert.All(graph.Node.Where(node => node.OpType == "Cast"), cast => Assert.Equal((long)OnnxElementType.Float, cast.Attribute.Single().I));
        Assert.Equal(graph.Node[^2].Output, graph.Node[^1].Input);
    }

    /// <summary>In bfloat16 the steps between 2 and 4 are 1/64: 2.501 is 2.5, and 2.51 is 2.515625.</summary>
    [Fact]
    public void Append_LogitsThatBecomeEqualByRounding_SelectsTheFirstOfThem()
    {
        using var folder = new TempFolder();
        var (equal, larger) = (Row(7, 500), Row(7, 500));
        (equal[500], larger[500]) = (2.501f, 2.51f);

        var model = GreedySelection.Append(OnnxModelReader.Read(TableModel.Write(folder, [equal, larger], OnnxElementType.BFloat16)), "input_ids", "logits");

        Assert.Equal([7, 500], Run(model, [0, 1], batch: 2, length: 1));
    }

    [Fact]
    public void Append_NameThatIsTaken_TakesAnother()
    {
        using var folder = new TempFolder();

        var model = GreedySelection.Append(OnnxModelReader.Read(TableModel.Write(folder, Rows, output: "next_ids")), "input_ids", "logits");

        Assert.Equal("next_ids_2", model.Output);
        Assert.Equal([7], Run(model, [0], batch: 1, length: 1));
    }

    [Fact]
    public void Append_Model_LeavesItsFileAndFolderAsTheyWere()
    {
        using var folder = new TempFolder();
        var path = TableModel.Write(folder, Rows);
        var before = File.ReadAllBytes(path);

        var model = GreedySelection.Append(OnnxModelReader.Read(path), "input_ids", "logits");

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
        Assert.True(model.Bytes.Length < before.Length / 2, "the weights stay where they are");
    }

    [Theory]
    [InlineData("tokens", "logits", 17, "table.onnx: has no input tokens")]
    [InlineData("input_ids", "scores", 17, "table.onnx: has no output scores")]
    [InlineData("input_ids", "copy", 17, "table.onnx: copy: int64[batch, length] is not [batch, length, vocabulary]")]
    [InlineData("input_ids", "logits", 10, "table.onnx: opset 10 is older than 11")]
    public void Append_GraphOfAnotherForm_SaysWhatIsInTheWay(string ids, string logits, long opset, string problem)
    {
        using var folder = new TempFolder();
        var model = OnnxModelReader.Read(TableModel.Write(folder, Rows, opset: opset, output: "copy"));

        Assert.Equal(problem, Assert.Throws<SelectionException>(() => GreedySelection.Append(model, ids, logits)).Message);
    }

    private static float[] Row(params int[] largest)
    {
        var row = new float[Vocabulary];
        Array.ForEach(largest, at => row[at] = 2.5f);
        return row;
    }

    private static long[] Run(SelectingModel model, long[] ids, int batch, int length)
    {
        _ = InferenceOrt.Environment;
        using var options = new SessionOptions();
        options.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", model.Folder);
        using var session = new InferenceSession(model.Bytes, options);
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [batch, length]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["input_ids"], [input], [model.Output]);
        Assert.Equal([batch, 1], outputs[0].GetTensorTypeAndShape().Shape);
        return outputs[0].GetTensorDataAsSpan<long>().ToArray();
    }
}
