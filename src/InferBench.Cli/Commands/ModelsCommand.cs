using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models</c>: synthetic open models, and what a model file is.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Lists and builds synthetic open models; says what a model file is.")
    {
        ModelsListCommand.Create(),
        ModelsBuildCommand.Create(),
        ModelsQuantizeCommand.Create(),
        ModelsInspectCommand.Create(),
    };
}
