using InferBench.Models.Configs;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Tests.Configs;

public sealed class DecoderConfigReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelLayout.GenAi)]
    [InlineData(ModelLayout.Optimum)]
    public void ReadFolder_BuiltModel_SaysWhatTheShapeSays(ModelLayout layout)
    {
        var spec = SyntheticModelSpec.Preset("llama-tiny", layout: layout);
        var built = SyntheticModelBuilder.Build(spec, _folder.Path);

        var config = DecoderConfigReader.ReadFolder(built.Folder)!;

        Assert.Equal(
            (256, 256, 64, 2, 4, 2, 16, true),
            (config.VocabSize, config.ContextLength, config.HiddenSize, config.Layers, config.Heads, config.KvHeads, config.HeadSize, config.TiedEmbeddings));
        Assert.Equal([2], config.EosTokenIds);
        Assert.Equal(layout == ModelLayout.GenAi ? true : null, config.GenAi?.PastPresentShareBuffer);
    }

    [Fact]
    public void ReadHuggingFace_FieldsLeftOut_FollowsTransformersDefaultsOrStaysNull()
    {
        var path = _folder.Write("config.json", """{ "n_embd": 768, "n_head": 12, "eos_token_id": [3, 4] }""");

        var config = DecoderConfigReader.ReadHuggingFace(path);

        Assert.Equal((12, 64, null, null), (config.KvHeads, config.HeadSize, config.VocabSize, config.GenAi));
        Assert.Equal([3, 4], config.EosTokenIds);
    }

    [Fact]
    public void ReadFolder_NoFiles_IsNull() => Assert.Null(DecoderConfigReader.ReadFolder(_folder.Path));

    [Theory]
    [InlineData("", "line 1 is not JSON")]
    [InlineData("null", "holds nothing")]
    [InlineData("{ \"vocab_size\": \"many\" }", "$.vocab_size (line 1)")]
    [InlineData("{ \"vocab_size\": 99999999999 }", "$.vocab_size (line 1)")]
    [InlineData("{ \"eos_token_id\": {} }", "$.eos_token_id (line 1)")]
    [InlineData("{ \"vocab_size\": -1, \"head_dim\": 0 }", "the vocabulary size is -1, the head size is 0")]
    public void ReadHuggingFace_BadFile_SaysWhere(string text, string expected)
    {
        var path = _folder.Write("config.json", text);

        var error = Assert.Throws<ModelFormatException>(() => DecoderConfigReader.ReadHuggingFace(path));

        Assert.StartsWith("config.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadHuggingFace_DeeplyNested_IsRefused()
    {
        var path = _folder.Write("config.json", string.Concat(Enumerable.Repeat("{\"text_config\":", 10_000)));

        Assert.Throws<ModelFormatException>(() => DecoderConfigReader.ReadHuggingFace(path));
    }

    [NeedsModelsFact("babyllama/genai-fp32")]
    public void ReadFolder_RealGenAiModel_IsRead()
    {
        var config = DecoderConfigReader.ReadFolder(TestModels.Path("babyllama/genai-fp32"))!;

        Assert.Equal((5, 4, 16, 105, false), (config.Layers, config.KvHeads, config.HeadSize, config.VocabSize, config.GenAi!.PastPresentShareBuffer));
    }
}
