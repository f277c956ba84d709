using Spectre.Console;

namespace InferBench.Cli.Terminal;

/// <summary>Where words for the person go: standard output, or standard error where standard output carries JSON.</summary>
internal sealed class Screen
{
    private const int UnknownWidth = 1000;

    private Screen(IAnsiConsole console)
    {
        Console = console;
    }

    public IAnsiConsole Console { get; }

    /// <summary>Whether a person is looking, so that a line may be drawn over itself.</summary>
    public bool IsLive => Console.Profile.Capabilities.Interactive && Console.Profile.Capabilities.Ansi;

    public static Screen Create(bool json) => json
        ? On(System.Console.Error, System.Console.IsErrorRedirected)
        : On(System.Console.Out, System.Console.IsOutputRedirected);

    internal static Screen On(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            // A file has no width of its own; a table is not squeezed into a guess.
            console.Profile.Width = UnknownWidth;
        }

        return new Screen(console);
    }

    /// <summary>One line as it is: a terminal breaks what is too long, a file keeps it whole, so that it can be searched.</summary>
    public void Line(string text = "")
    {
        if (IsLive)
        {
            Console.WriteLine(text);
        }
        else
        {
            Console.Profile.Out.Writer.WriteLine(text);
        }
    }
}
