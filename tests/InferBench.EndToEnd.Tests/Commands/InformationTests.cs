using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class InformationTests
{
    [Fact]
    public void Doctor_AnyMachine_SaysThatTheCpuCanRun()
    {
        using var person = new Inferbench();

        var command = person.Run("doctor").ExitsWith(0);

        Assert.Contains("provider cpu: can run", command.Output, StringComparison.Ordinal);
        Assert.Contains("provider cuda: ", command.Output, StringComparison.Ordinal);
        Assert.Contains("provider tensorrt: ", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Home, command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DoctorJson_AnyMachine_IsOneDocument()
    {
        using var person = new Inferbench();

        using var found = JsonDocument.Parse(person.Run("doctor", "--json").ExitsWith(0).Output);

        var cpu = found.RootElement.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("provider").GetString() == "cpu");
        Assert.True(cpu.GetProperty("canRun").GetBoolean());
        Assert.Equal(Environment.ProcessorCount, found.RootElement.GetProperty("environment").GetProperty("logicalCores").GetInt32());
    }

    [Fact]
    public void ModelsList_Always_NamesTheDefaultModelAndItsSize()
    {
        using var person = new Inferbench();

        var command = person.Run("models", "list").ExitsWith(0);

        Assert.Matches(@"llama-110m +109\.5 M", command.Output);
    }

    [Fact]
    public void ModelsListJson_Always_IsOneDocument()
    {
        using var person = new Inferbench();

        using var found = JsonDocument.Parse(person.Run("models", "list", "--json").ExitsWith(0).Output);

        Assert.Equal(12, found.RootElement.GetProperty("llama-110m").GetProperty("layers").GetInt32());
    }

    [Theory]
    [InlineData("plan", "batches")]
    [InlineData("run", "schemaVersion")]
    [InlineData("catalog", "cloud")]
    public void Schema_EachDocument_IsAJsonSchemaOfItsFields(string document, string field)
    {
        using var person = new Inferbench();

        using var schema = JsonDocument.Parse(person.Run("schema", document).ExitsWith(0).Output);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("compare")]
    [InlineData("reproduce")]
    [InlineData("export")]
    [InlineData("results")]
    [InlineData("results", "index")]
    [InlineData("load")]
    [InlineData("score")]
    [InlineData("catalog")]
    [InlineData("catalog", "list")]
    [InlineData("catalog", "show")]
    [InlineData("catalog", "check")]
    [InlineData("claim")]
    [InlineData("doctor")]
    [InlineData("models")]
    [InlineData("models", "list")]
    [InlineData("models", "build")]
    [InlineData("models", "inspect")]
    [InlineData("schema")]
    public void Help_EachCommand_HasExamples(params string[] command)
    {
        using var person = new Inferbench();

        var help = person.Run([.. command, "--help"]).ExitsWith(0);

        var examples = help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"  inferbench {string.Join(' ', command)}", examples, StringComparison.Ordinal);
        Assert.Empty(help.Errors);
    }
}
