using System.CommandLine;
using InferBench.Cli.Preparation;
using InferBench.Cli.Running;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench run</c>: measures a sweep and writes its results.</summary>
internal static class RunCommand
{
    public static Command Create(string[] arguments)
    {
        var plan = new RunOptions();
        var results = new Option<string>("--results") { HelpName = "FOLDER", Description = "Where runs are kept.", DefaultValueFactory = _ => "results" };
        var resume = new Option<string>("--resume") { HelpName = "RUN", Description = "Go on with a run that was stopped; cells that have ended are kept." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would run, and stop." };
        var strict = new Option<bool>("--strict") { Description = "Exit with code 3 where a cell is suspect or invalid." };
        var ceilings = new Option<bool>("--ceilings") { Description = "Measure first what this machine can do at most, and show each cell's share of it; takes about ten seconds." };
        var json = new Option<bool>("--json") { Description = "Print the run document on standard output; everything else goes to standard error." };
        var command = new Command("run", "Measures models over batch sizes and precisions, and draws what a million tokens or items cost.") { results, resume, dryRun, strict, ceilings, json };
        plan.AddTo(command);
        command.SetStoppableAction(async (parsed, cancellation) =>
        {
            var screen = Screen.Create(parsed.GetValue(json));
            var models = new ModelPreparation(ModelCache.Folder(), new BuildProgress(screen).Show);
            var session = new RunSession(screen, models, TimeProvider.System, parsed.GetValue(results)!, arguments);
            var options = new RunChoices(parsed.GetValue(dryRun), parsed.GetValue(strict), parsed.GetValue(json), parsed.GetValue(ceilings));
            var (asked, source) = plan.Read(parsed);
            return parsed.GetValue(resume) is { } run
                ? await session.ResumeAsync(run, asked, options, cancellation).ConfigureAwait(false)
                : await session.StartAsync(asked, source, options, cancellation).ConfigureAwait(false);
        });
        return command;
    }
}
