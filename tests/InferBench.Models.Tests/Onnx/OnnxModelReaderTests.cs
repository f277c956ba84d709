using InferBench.Models.Onnx;

namespace InferBench.Models.Tests.Onnx;

public sealed class OnnxModelReaderTests
{
    [NeedsModelsFact("")]
    public void Read_EveryTestModel_IsReadOrRefusedInOneClearLine()
    {
        string[] refused = ["cls.onnx", "corrupt-model.onnx"];

        foreach (var path in Directory.EnumerateFiles(TestModels.Folder!, "*.onnx", SearchOption.AllDirectories))
        {
            if (refused.Contains(Path.GetFileName(path)))
            {
                var error = Assert.Throws<ModelFormatException>(() => OnnxModelReader.Read(path));
                Assert.StartsWith($"{Path.GetFileName(path)}: ", error.Message, StringComparison.Ordinal);
            }
            else
            {
                var model = OnnxModelReader.Read(path);
                Assert.NotEmpty(model.Graph.Nodes);
                Assert.NotEmpty(model.Graph.Outputs);
            }
        }
    }
}
