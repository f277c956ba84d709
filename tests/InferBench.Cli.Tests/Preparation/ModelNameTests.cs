using InferBench.Cli.Preparation;

namespace InferBench.Cli.Tests.Preparation;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("a/hf-fp32", "hf-fp32")]
    [InlineData("a/hf-fp32/", "hf-fp32")]
    [InlineData("a/hf-fp32/model.onnx", "hf-fp32")]
    [InlineData("a/decoder_model_merged.onnx", "decoder_model_merged")]
    [InlineData("hub/models--org--tiny-llama/snapshots/0123456789abcdef", "org/tiny-llama")]
    [InlineData("hub/models--org--tiny-llama/snapshots/0123456789abcdef/onnx/model_q4.onnx", "org/tiny-llama")]
    [InlineData("models--org--tiny-llama/model.onnx", "models--org--tiny-llama")]
    public void Of_Path_IsTheModelsOwnName(string path, string expected) => Assert.Equal(expected, ModelName.Of(path));
}
