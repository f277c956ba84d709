using System.CommandLine;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models</c>: where models come from, and what is in them.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Synthetic open models, models from a hub, and what a model file is.")
    {
        ModelsPullCommand.WithHubList(ModelsListCommand.Create()),
        ModelsPullCommand.Create(),
        ModelsBuildCommand.Create(),
        ModelsQuantizeCommand.Create(),
        ModelsInspectCommand.Create(),
        ModelsCheckCommand.Create(),
        ModelsTokenizeCommand.Create(),
    };
}
