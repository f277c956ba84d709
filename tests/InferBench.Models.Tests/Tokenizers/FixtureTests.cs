using InferBench.Models.Tokenizers;

namespace InferBench.Models.Tests.Tokenizers;

public sealed class FixtureTests
{
    public static TheoryData<string> Files { get; } = [.. FixtureFiles.Expected().Select(e => e.File).Distinct()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Encode_Fixture_AgreesWithHuggingFace(string file)
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path(file));

        var different = FixtureFiles.Expected().Where(e => e.File == file)
            .Select(e => (e.Text, Expected: string.Join(' ', e.Ids), Actual: string.Join(' ', tokenizer.Encode(e.Text))))
            .Where(e => e.Expected != e.Actual);

        Assert.Empty(different);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Decode_Fixture_AgreesWithHuggingFace(string file)
    {
        var tokenizer = TokenizerReader.Open(FixtureFiles.Path(file));

        var different = FixtureFiles.Expected().Where(e => e.File == file && e.Decoded is not null)
            .Select(e => (e.Text, e.Decoded, Actual: tokenizer.Decode(e.Ids)))
            .Where(e => e.Decoded != e.Actual);

        Assert.Empty(different);
    }
}
