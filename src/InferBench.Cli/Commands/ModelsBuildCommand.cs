using System.CommandLine;
using System.Globalization;
using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;
using InferBench.Core.Plans;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench models build</c>.</summary>
internal static class ModelsBuildCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "A name of 'inferbench models list'." };
        var folder = new Option<string>("--folder") { HelpName = "FOLDER", Description = "Where to build; the default is where runs look." };
        var plan = new RunOptions();
        var command = new Command("build", "Builds a synthetic open model in one or more precisions; the same seed gives the same bytes.") { model, folder };
        plan.AddModelOptionsTo(command);
        command.SetStoppableAction((parsed, cancellation) =>
        {
            var screen = Screen.Create(json: false);
            var models = new ModelPreparation(
                parsed.GetValue(folder) is { } named ? Path.GetFullPath(named) : ModelCache.Folder(), new BuildProgress(screen).Show);
            var (asked, _) = plan.Read(parsed);
            var applied = PlanRules.Apply(asked with { Models = [parsed.GetValue(model)!] }, RunOptions.CommandLine);
            foreach (var built in models.BuildSynthetic(applied, RunOptions.CommandLine, cancellation))
            {
                screen.Line(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{built.Model.Name} {built.Model.Precision}: {built.Path}, {built.Model.Bytes / 1e6:#,0.0} MB, sha256 {built.Model.Sha256}"));
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
