using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Projection;
using InferBench.Cli.Sizing;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench project</c>: what a run would do on hardware that is not at hand.</summary>
internal static class ProjectCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "A run with ceilings (run --ceilings): its folder, or its run.json." };
        var to = OptionValues.Text("--to", "DEVICE", "A device of the catalog, such as nvidia-h100-sxm-80. Default: the machine of --check, by its measured ceilings.");
        var check = OptionValues.Text("--check", "RUN", "A run that was measured on the target: prints projected beside measured, and the error.");
        var suspect = new Option<bool>("--allow-suspect") { Description = "Take cells too whose validity is in doubt; they are marked." };
        var catalog = OptionValues.Text("--catalog", "FILE", "Catalog entries of your own, over the built-in ones.");
        var json = new Option<bool>("--json") { Description = "Print the projection as JSON." };
        var command = new Command("project", "Projects a run to another device by the roofline and the share of it that was measured; always labelled, with the error where it can be checked.")
        {
            run, to, check, suspect, catalog, json,
        };
        command.SetAction(parsed =>
        {
            var report = ProjectionAnswers.Answer(
                parsed.GetValue(run)!,
                parsed.GetValue(to),
                parsed.GetValue(check),
                parsed.GetValue(catalog),
                parsed.GetValue(suspect),
                OptionValues.Today(TimeProvider.System));
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(report, SizingJson.Default.ProjectionReport));
            }
            else
            {
                ProjectionText.Show(Screen.Create(json: false), report);
            }

            return report.Cells.Count == 0 ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }
}
