namespace InferBench.Models.Tests;

public sealed class ModelFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("model.onnx", "model.onnx", "model_q4.onnx")]
    [InlineData("onnx/model.onnx", "onnx/model.onnx", "onnx/model_fp16.onnx")]
    [InlineData("decoder_model_merged.onnx", "decoder_model_merged.onnx", "decoder_model.onnx")]
    [InlineData("only.onnx", "only.onnx", "readme.md")]
    public void Resolve_Folder_FindsTheUsualFile(string expected, params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write(file, "");
        }

        Assert.Equal(Path.GetFullPath(_folder.File(expected)), ModelFolder.Resolve(_folder.Path));
    }

    [Fact]
    public void Resolve_GenAiConfigNamesAFile_TakesThatOne()
    {
        _folder.Write("model.onnx", "");
        _folder.Write("other.onnx", "");
        _folder.Write("genai_config.json", """{ "model": { "decoder": { "filename": "other.onnx" } } }""");

        Assert.Equal(_folder.File("other.onnx"), ModelFolder.Resolve(_folder.Path));
    }

    [Fact]
    public void Resolve_GenAiConfigLeadsOutside_IsRefused()
    {
        _folder.Write("genai_config.json", """{ "model": { "decoder": { "filename": "../other.onnx" } } }""");

        Assert.Throws<ModelFormatException>(() => ModelFolder.Resolve(_folder.Path));
    }

    [Fact]
    public void Resolve_SeveralModels_ListsThem()
    {
        _folder.Write("a.onnx", "");
        _folder.Write("b.onnx", "");

        var error = Assert.Throws<ModelNotFoundException>(() => ModelFolder.Resolve(_folder.Path));

        Assert.Contains("a.onnx, b.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_NothingThere_SaysWhat()
    {
        Assert.Contains("no .onnx file", Assert.Throws<ModelNotFoundException>(() => ModelFolder.Resolve(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<ModelNotFoundException>(() => ModelFolder.Resolve(_folder.File("x"))).Message, StringComparison.Ordinal);
    }
}
