using InferBench.Core.Errors;
using InferBench.Models.Tokenizers;
using InferBench.Tests;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class TextFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("one\n<|endoftext|>\ntwo\n\n<|endoftext|>\n")]
    [InlineData("<|endoftext|>one<|endoftext|> \r\n <|endoftext|>two")]
    public void Read_MarkersBetween_GivesTrimmedDocuments(string content) =>
        Assert.Equal(["one", "two"], TextFile.Read(_folder.Write("text.txt", content)).Documents);

    [Fact]
    public void Read_OnlyMarkers_SaysThereIsNoText() => Refuses("<|endoftext|>\n<|endoftext|>"u8, "text.txt: there is no text in it");

    [Fact]
    public void Read_Latin1_SaysItIsNotUtf8() => Refuses([.. "caf"u8, 0xE9], "text.txt: is not UTF-8; save it as UTF-8");

    public void Dispose() => _folder.Dispose();

    private void Refuses(ReadOnlySpan<byte> content, string problem)
    {
        var path = _folder.File("text.txt");
        File.WriteAllBytes(path, content);

        Assert.Equal(problem, Assert.Throws<BadInputException>(() => TextFile.Read(path)).Message);
    }
}
