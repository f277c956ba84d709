using System.CommandLine;
using InferBench.Cli.Comparing;
using InferBench.Cli.Preparation;
using InferBench.Cli.Running;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench reproduce</c>: measures a published run again and says whether this machine agrees.</summary>
internal static class ReproduceCommand
{
    public static Command Create(string[] arguments)
    {
        var part = new RunOptions();
        var run = new Argument<string>("run") { Description = "The published run's folder, or its run.json." };
        var results = new Option<string>("--results") { HelpName = "FOLDER", Description = "Where the new run is kept.", DefaultValueFactory = _ => "results" };
        var unverified = new Option<bool>("--unverified") { Description = "Take the published run as it is, also where its hashes and figures do not hold." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would run, and stop." };
        var strict = new Option<bool>("--strict") { Description = "Exit with code 3 where a cell is suspect or invalid." };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON; everything else goes to standard error." };
        var command = new Command("reproduce", "Measures a published run again, with the same models, and says whether this machine agrees with it.") { run, results, unverified, dryRun, strict, json };
        part.AddPartOptionsTo(command);
        command.SetStoppableAction((parsed, cancellation) =>
        {
            var screen = Screen.Create(parsed.GetValue(json));
            var models = new ModelPreparation(ModelCache.Folder(), new BuildProgress(screen).Show);
            var session = new RunSession(screen, models, TimeProvider.System, parsed.GetValue(results)!, arguments);
            var published = VerifiedRun.Read(parsed.GetValue(run)!, parsed.GetValue(unverified));
            return new ReproductionSession(screen, session).RunAsync(
                published, part.Read(parsed).Plan, new RunChoices(parsed.GetValue(dryRun), parsed.GetValue(strict), Json: false), parsed.GetValue(json), cancellation);
        });
        return command;
    }
}
