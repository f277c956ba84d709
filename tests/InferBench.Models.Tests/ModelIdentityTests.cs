using System.Security.Cryptography;
using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using InferBench.Models.Tests.Synthetic;

namespace InferBench.Models.Tests;

public sealed class ModelIdentityTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fp32", "fp32")]
    [InlineData("fp16", "fp16")]
    [InlineData("bf16", "bf16")]
    [InlineData("int8", "int8")]
    [InlineData("int8-rtn-b32-sym", "int8")]
    [InlineData("int4", "int4")]
    [InlineData("int4-a16", "int4")]
    [InlineData("int4-abf16", "int4")]
    public void Compute_BuiltModel_AgreesWithItsShapeInEveryLayout(string precision, string format)
    {
        foreach (var spec in Enum.GetValues<ModelLayout>().Select(layout => SharedModels.Spec("llama-tiny", precision, layout)).Where(spec => spec.Problems().Count == 0))
        {
            var built = SyntheticModelBuilder.Build(spec, _folder.Path);

            var identity = ModelIdentity.Compute(OnnxModelReader.Read(built.ModelPath));

            // A quantized head is stored beside the embedding that it is tied to.
            var stored = spec.Shape.Parameters + (precision.StartsWith("int", StringComparison.Ordinal) ? spec.Shape.Vocab * spec.Shape.Hidden : 0);
            Assert.Equal((built.Sha256, built.Bytes, stored, format), (identity.Sha256, identity.TotalBytes, identity.Parameters, identity.WeightPrecision));
        }
    }

    [Fact]
    public void Compute_TiedFp32_ReadsTheEmbeddingEveryStepAndUntiedDoesNot()
    {
        var tied = SyntheticModelSpec.Preset("llama-tiny");
        var untied = tied with { Shape = tied.Shape with { Tied = false } };

        var (a, b) = (Identity(tied), Identity(untied));

        Assert.Equal(tied.Shape.Parameters * 4, a.WeightBytes);
        Assert.Equal(a.WeightBytes, a.DecodeStepWeightBytes);
        Assert.Equal(a.WeightBytes, b.DecodeStepWeightBytes);
        Assert.Equal(untied.Shape.Parameters * 4, b.WeightBytes);
    }

    [Fact]
    public void Compute_Bf16_ReadsTwoBytesOfEachParameter()
    {
        var spec = SharedModels.Spec("llama-tiny", "bf16", ModelLayout.GenAi);

        var identity = Identity(spec);

        Assert.Equal((spec.Shape.Parameters * 2, spec.Shape.Parameters * 2), (identity.WeightBytes, identity.DecodeStepWeightBytes));
    }

    [Fact]
    public void Compute_Int4_CountsScalesAsBytesAndNotAsParameters()
    {
        var spec = SharedModels.Spec("llama-tiny", "int4", ModelLayout.GenAi);
        var (vocab, hidden) = (spec.Shape.Vocab, spec.Shape.Hidden);

        var identity = Identity(spec);

        // Per weight 4 bits and a 32nd of a 4-byte scale; norms in fp32; the embedding is looked up only.
        var norms = hidden * ((2 * spec.Shape.Layers) + 1);
        var quantized = spec.Shape.Parameters - norms;
        Assert.Equal((quantized / 2) + (quantized / 32 * 4) + (norms * 4), identity.DecodeStepWeightBytes);
        Assert.Equal(identity.DecodeStepWeightBytes + (vocab * hidden * 4), identity.WeightBytes);
    }

    [NeedsModelsFact("external-data/mnist-external/mnist.onnx")]
    public void Compute_RealModelWithAndWithoutExternalData_CountsTheSame()
    {
        var inline = TestModels.Path("external-data/mnist.onnx");
        var (one, two) = (Compute(inline), Compute(TestModels.Path("external-data/mnist-external/mnist.onnx")));

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(inline))), one.Sha256);
        Assert.NotEqual(one.Sha256, two.Sha256);
        Assert.Equal((one.Parameters, one.WeightBytes, one.WeightPrecision), (two.Parameters, two.WeightBytes, two.WeightPrecision));
    }

    [NeedsModelsFact("mobilenetv2-int8/model.onnx")]
    public void Compute_RealQdqModel_IsInt8()
    {
        var identity = Compute(TestModels.Path("mobilenetv2-int8/model.onnx"));

        // MobileNetV2 1.0 has 3.5 million parameters (Sandler et al., 2018).
        Assert.Equal("int8", identity.WeightPrecision);
        Assert.InRange(identity.Parameters, 3_400_000, 3_600_000);
    }

    [NeedsModelsFact("babyllama/genai-fp32/model.onnx")]
    public void Compute_RealDecoderInTwoLayouts_CountsTheSameWeights()
    {
        var genAi = Compute(TestModels.Path("babyllama/genai-fp32/model.onnx"));
        var optimum = Compute(TestModels.Path("babyllama/hf-fp32/model.onnx"));

        Assert.Equal("fp32", genAi.WeightPrecision);
        Assert.InRange(optimum.Parameters, genAi.Parameters * 0.98, genAi.Parameters * 1.02);
    }

    private static ModelIdentity Compute(string path) => ModelIdentity.Compute(OnnxModelReader.Read(path));

    private ModelIdentity Identity(SyntheticModelSpec spec) => Compute(SyntheticModelBuilder.Build(spec, _folder.Path).ModelPath);
}
