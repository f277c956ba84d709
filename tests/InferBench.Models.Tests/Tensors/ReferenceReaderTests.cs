using InferBench.Models.Tensors;

namespace InferBench.Models.Tests.Tensors;

public sealed class ReferenceReaderTests : IDisposable
{
    private const string Input = """{"name":"x","type":"float32","dims":[1,2],"fill":"dg1"}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TwoRuns_TakesStateFromTheFirst()
    {
        var runs = Read($$$"""
            {"spec":[{{{Input}}}],"outputs":[{"name":"y","type":"float32","dims":[2],"n":2,"first":[1,null],"argmaxFlat":0}],
             "step":{"spec":[{"name":"x","dims":[1,2],"from":"previous outputs"}],"outputs":[{"name":"y","type":"int64","dims":[],"first":[9007199254740993]}]}}
            """);

        Assert.Equal(2, runs.Count);
        Assert.Null(runs[1].Inputs[0].Fill);
        var first = Assert.IsType<ReferenceTensor>(runs[0].Outputs[0].Value).First;
        Assert.True(double.IsNaN(first.NumberAt(1)));
        Assert.Equal(9007199254740993, BitConverter.ToInt64(Assert.IsType<ReferenceTensor>(runs[1].Outputs[0].Value).First.Bytes));
    }

    [Fact]
    public void Read_MapsInASequence_AreRead()
    {
        var runs = Read($$$"""
            {"spec":[{{{Input}}}],"outputs":[{"name":"y","type":"sequence","items":[
              {"type":"map","keys":{"type":"string","first":["cat","dog"]},"values":{"type":"float32","first":[0.25,0.75]}}]}]}
            """);

        var map = Assert.IsType<ReferenceMap>(Assert.Single(Assert.IsType<ReferenceSequence>(runs[0].Outputs[0].Value).Items));
        Assert.Equal(["cat", "dog"], map.Keys.First.Strings);
    }

    [Theory]
    [InlineData("""{"name":"y","type":"float32","dims":[3],"n":2,"first":[1]}""", "dims 3 have 3 elements, but n is 2")]
    [InlineData("""{"name":"y","type":"float32","dims":[1],"first":[1,2]}""", "there are 2 first values")]
    [InlineData("""{"name":"y","type":"float32","dims":[1],"first":[1],"argmaxFlat":1}""", "argmaxFlat is 1")]
    [InlineData("""{"name":"y","type":"float32","dims":[-1],"first":[]}""", "impossible")]
    [InlineData("""{"name":"y","type":"float32","dims":[9000000000000000000,9],"first":[]}""", "impossible")]
    [InlineData("""{"name":"y","type":"float99","dims":[1],"first":[1]}""", "type \"float99\" is not known")]
    [InlineData("""{"name":"y","type":"int64","dims":[1],"first":[1.5]}""", "1.5 is no int64")]
    [InlineData("""{"name":"y","type":"uint8","dims":[1],"first":[256]}""", "uint8 cannot hold")]
    [InlineData("""{"name":"y","type":"string","dims":[1],"first":[1]}""", "1 is no string")]
    [InlineData("""{"name":"y","type":"float32","dims":[1]}""", "no \"first\" values")]
    [InlineData("""{"type":"float32","dims":[1],"first":[1]}""", "an output has no name")]
    [InlineData("""{"name":"y","type":"sequence"}""", "needs \"items\"")]
    [InlineData("""{"name":"y","type":"sequence","items":[null]}""", "an item is null")]
    [InlineData("""{"name":"y","type":"map","keys":{"type":"int64","first":[1]},"values":{"type":"float32","first":[]}}""", "as many values as keys")]
    [InlineData("""{"name":"y","type":"float32","dims":"1","first":[1]}""", "is not what a reference has there")]
    public void Read_OutputThatDoesNotFit_SaysWhy(string output, string expected) =>
        Assert.Contains(expected, Refused($$"""{"spec":[{{Input}}],"outputs":[{{output}}]}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"name":"x","type":"float32","dims":[1]}""", "fill \"\" is not known")]
    [InlineData("""{"name":"x","type":"float32","dims":[1],"fill":"const"}""", "needs its value")]
    [InlineData("""{"name":"x","dims":[1],"fill":"ones"}""", "type \"\" is not known")]
    [InlineData("""{"name":"x","type":"float32","fill":"ones"}""", "no name or no dims")]
    [InlineData("""{"name":"x","dims":[1],"from":"previous outputs"}""", "only \"step\"")]
    public void Read_InputThatDoesNotFit_SaysWhy(string input, string expected) =>
        Assert.Contains(
            expected, Refused($$"""{"spec":[{{input}}],"outputs":[{"name":"y","type":"float32","dims":[1],"first":[1]}]}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"spec":[]}""")]
    [InlineData("""{"spec":[null],"outputs":[null]}""")]
    public void Read_NoReference_IsRefused(string text) => Assert.StartsWith("r.json: ", Refused(text), StringComparison.Ordinal);

    private string Refused(string text) => Assert.Throws<ModelFormatException>(() => Read(text)).Message;

    private IReadOnlyList<ReferenceRun> Read(string text) => ReferenceReader.Read(_folder.Write("r.json", text));
}
