using InferBench.Cli.Terminal;
using Spectre.Console;

namespace InferBench.Cli.Tests.Terminal;

public sealed class ScreenTests
{
    [Fact]
    public void Line_Redirected_IsKeptWhole()
    {
        using var output = new StringWriter();
        var text = string.Join(' ', Enumerable.Repeat("word", 1000));

        Screen.On(output, redirected: true).Line(text);

        Assert.Equal(text + Environment.NewLine, output.ToString());
    }

    [Fact]
    public void Table_Redirected_IsNotSqueezed()
    {
        using var output = new StringWriter();
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < 30; i++)
        {
            table.AddColumn(new TableColumn($"column number {i}") { NoWrap = true });
        }

        Screen.On(output, redirected: true).Console.Write(table);

        Assert.Contains("column number 29", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('…', output.ToString());
    }

    [Fact]
    public void Markup_Redirected_HasNoEscapeCodes()
    {
        using var output = new StringWriter();

        Screen.On(output, redirected: true).Console.MarkupLine("[red]red[/]");

        Assert.Equal("red", output.ToString().Trim());
    }

    [Fact]
    public void IsLive_Redirected_IsFalse()
    {
        using var output = new StringWriter();

        Assert.False(Screen.On(output, redirected: true).IsLive);
    }
}
