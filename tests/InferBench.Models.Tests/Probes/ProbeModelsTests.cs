using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Probes;

namespace InferBench.Models.Tests.Probes;

public sealed class ProbeModelsTests
{
    /// <summary>The graph is run nowhere here: what a peak would be measured in is what it declares and stores.</summary>
    [Theory]
    [InlineData("fp32", OnnxElementType.Float, 4)]
    [InlineData("fp16", OnnxElementType.Float16, 2)]
    [InlineData("bf16", OnnxElementType.BFloat16, 2)]
    public void WriteMatMuls_FloatPrecision_MultipliesInThatType(string precision, OnnxElementType type, int bytes)
    {
        using var folder = new TempFolder();

        var (path, weightBytes) = ProbeModels.WriteMatMuls(folder.Path, WeightPrecision.Parse(precision), 128, 1);

        var graph = OnnxModelReader.Read(path).Graph;
        Assert.Equal("MatMul", Assert.Single(graph.Nodes).OpType);
        Assert.Equal([type, type], graph.Inputs.Concat(graph.Outputs).Select(value => value.ElementType!.Value));
        Assert.Equal((type, 128L * 128 * bytes), (Assert.Single(graph.Initializers).ElementType, weightBytes));
    }
}
