using System.CommandLine;
using InferBench.Cli.Loads;
using InferBench.Cli.Preparation;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench load</c>: drives a model by one of MLPerf's load scenarios, and scores it by LoadGen's rules.</summary>
internal static class LoadCommand
{
    public static Command Create(string[] arguments)
    {
        var options = new LoadOptions();
        var results = new Option<string>("--results") { HelpName = "FOLDER", Description = "Where results are kept.", DefaultValueFactory = _ => "results" };
        var json = new Option<bool>("--json") { Description = "Print scenario.json on standard output; everything else goes to standard error." };
        var command = new Command("load", "Drives a model by an MLPerf load scenario: percentiles under load, whether they are valid, and what that costs.");
        options.AddTo(command);
        command.Options.Add(results);
        command.Options.Add(json);
        command.SetAction((parsed, cancellation) =>
        {
            var screen = Screen.Create(parsed.GetValue(json));
            var models = new ModelPreparation(ModelCache.Folder(), new BuildProgress(screen).Show);
            return new LoadSession(screen, models, TimeProvider.System, parsed.GetValue(results)!, arguments)
                .RunAsync(options.Read(parsed), parsed.GetValue(json), cancellation);
        });
        return command;
    }
}
