using System.Text;

namespace InferBench.Cli.Tests.Hostile;

/// <summary>
/// Gives every flow of control a console of its own, so that commands that run side by side in this process can be told apart.
/// What no such flow writes goes where it went before.
/// </summary>
internal sealed class FlowConsole : IDisposable
{
    private static readonly AsyncLocal<(StringWriter Output, StringWriter Errors)?> Current = new();
    private readonly (TextWriter Output, TextWriter Errors) _before = (Console.Out, Console.Error);

    public FlowConsole()
    {
        Console.SetOut(new Switch(_before.Output, own => own.Output));
        Console.SetError(new Switch(_before.Errors, own => own.Errors));
    }

    /// <summary>Runs a command with a console of its own.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(Func<Task<int>> command)
    {
        var own = (Output: new StringWriter(), Errors: new StringWriter());
        Current.Value = (own.Output, own.Errors);
        var code = await command();
        lock (own.Output)
        {
            return (code, own.Output.ToString(), own.Errors.ToString());
        }
    }

    public void Dispose()
    {
        Console.SetOut(_before.Output);
        Console.SetError(_before.Errors);
    }

    private sealed class Switch(TextWriter before, Func<(StringWriter Output, StringWriter Errors), StringWriter> choose) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        private TextWriter Target => Current.Value is { } own ? choose(own) : before;

        public override void Write(char value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void Write(string? value) => Target.Write(value);

        public override void WriteLine(string? value) => Target.WriteLine(value);
    }
}
