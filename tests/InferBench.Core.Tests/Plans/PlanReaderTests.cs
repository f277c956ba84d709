using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Tests;

namespace InferBench.Core.Tests.Plans;

public sealed class PlanReaderTests
{
    [Fact]
    public void Read_RangesInEachForm_GivesTheirValues()
    {
        using var folder = new TempFolder();
        var path = folder.Write("plan.json", """{ "models": ["llama-15m"], "batches": "1,2,4-8*2", "prompts": 16, "generated": [4, 8] }""");

        var plan = PlanReader.Read(path);

        Assert.Equal([1, 2, 4, 8], plan.Batches);
        Assert.Equal([16], plan.Prompts);
        Assert.Equal([4, 8], plan.Generated);
    }

    [Theory]
    [InlineData("""{ "batchs": [1] }""", "'batchs'")]
    [InlineData("""{ "measure": { "secondsPerCel": 1 } }""", "secondsPerCel")]
    [InlineData("""{ "batches": "4-1" }""", "runs backwards")]
    [InlineData("""{ "batches": [1.5] }""", "whole number")]
    [InlineData("""{ "threads": "two" }""", "'threads'")]
    [InlineData("""{ "schemaVersion": 9 }""", "schemaVersion is 9")]
    [InlineData("""[1]""", "the document")]
    [InlineData("""{ "models": """, "")]
    [InlineData("null", "empty")]
    public void Read_BadPlan_NamesTheFileAndTheFieldInOneLine(string json, string expected)
    {
        using var folder = new TempFolder();
        var path = folder.Write("plan.json", json);

        var problem = Assert.Throws<BadInputException>(() => PlanReader.Read(path));

        Assert.StartsWith(path, problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        using var folder = new TempFolder();

        var problem = Assert.Throws<BadInputException>(() => PlanReader.Read(folder.File("no.json")));

        Assert.Contains("no such plan file", problem.Message, StringComparison.Ordinal);
    }
}
