using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace InferBench.Cli.Commands;

/// <summary>The usual help of a command, then its examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Help is given to whoever has not yet typed a whole command.</summary>
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(parseResult.CommandResult.Command))
        {
            output.WriteLine($"  {example}");
        }

        return ExitCodes.Done;
    }
}
