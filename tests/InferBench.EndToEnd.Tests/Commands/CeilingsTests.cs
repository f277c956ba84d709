using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Commands;

public sealed class CeilingsTests
{
    [Fact]
    public void CeilingsJson_Cpu_IsOneDocumentWithAFigureForEachKind()
    {
        using var person = new Inferbench();

        using var found = JsonDocument.Parse(person.Run("ceilings", "--seconds", "0.1", "--threads", "1", "--json").ExitsWith(0).Output);

        Assert.Equal("cpu", found.RootElement.GetProperty("provider").GetString());
        Assert.Contains(found.RootElement.GetProperty("measured").EnumerateArray(), one => one.GetProperty("kind").GetString() == "memory-read");
        Assert.All(found.RootElement.GetProperty("measured").EnumerateArray(), one => Assert.True(one.GetProperty("bestPerSecond").GetDouble() > 0));
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--seconds", "soon")]
    [InlineData("--provider", "abacus")]
    public void Ceilings_CannotBe_NamesWhatWasGiven(string option, string value)
    {
        using var person = new Inferbench();

        var command = person.Run("ceilings", option, value).ExitsWith(2);

        Assert.Contains(value, command.Errors, StringComparison.Ordinal);
    }
}
