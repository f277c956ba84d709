using System.CommandLine;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("quality")]
    [InlineData("ceilings")]
    [InlineData("verify")]
    [InlineData("compare")]
    [InlineData("reproduce")]
    [InlineData("export")]
    [InlineData("results index")]
    [InlineData("report")]
    [InlineData("cost")]
    [InlineData("reprice")]
    [InlineData("load")]
    [InlineData("score")]
    [InlineData("fit")]
    [InlineData("size")]
    [InlineData("project")]
    [InlineData("catalog")]
    [InlineData("catalog list")]
    [InlineData("claim")]
    [InlineData("bundle")]
    [InlineData("models build")]
    [InlineData("schema")]
    public void Help_Command_IsItsSnapshot(string command)
    {
        var root = CommandLineProgram.Root([]);
        using var output = new StringWriter();

        root.Parse($"{command} --help").Invoke(new InvocationConfiguration { Output = output });

        // The framework names the program after the process, which is the test's own here.
        var text = output.ToString().Replace(RootCommand.ExecutableName, "inferbench", StringComparison.Ordinal);
        Snapshot.Matches(text, $"help{(command.Length == 0 ? "" : $"-{command.Replace(' ', '-')}")}.txt");
    }
}
