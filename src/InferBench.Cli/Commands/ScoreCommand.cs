using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Scoring;
using InferBench.Cli.Terminal;
using InferBench.Core.Errors;
using InferBench.Core.Scenarios;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench score</c>: MLPerf LoadGen's rules over latencies that were recorded elsewhere.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var samples = new Argument<string>("samples")
        {
            HelpName = "samples.json",
            Description = "A JSON object with scenario, latencies_ns, settings and exact_inputs (when the last query was issued or due).",
        };
        var scenario = new Option<string>("--scenario") { HelpName = "NAME", Description = $"One of {ScenarioNames.All}. Default: what the file says." };
        var json = new Option<bool>("--json") { Description = "Print the result under LoadGen's own names as JSON." };
        var command = new Command("score", "Scores recorded latencies by MLPerf LoadGen's rules: percentiles, early stopping, validity.") { samples, scenario, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(samples)!;
            var result = Score(path, parsed.GetValue(scenario));
            if (parsed.GetValue(json))
            {
                Print(result);
            }
            else
            {
                ScoreText.Show(Screen.Create(json: false), result);
            }

            return result.Valid ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static ScenarioResult Score(string path, string? scenario)
    {
        LoadScenario? asked = scenario is null ? null
            : ScenarioNames.Find(scenario) ?? throw new BadInputException($"--scenario: '{scenario}' is not known; use one of {ScenarioNames.All}");
        try
        {
            var recorded = RecordedRunReader.Read(path, asked);
            foreach (var note in recorded.Notes)
            {
                Console.Error.WriteLine($"inferbench: note: {note}");
            }

            return ScenarioScorer.Score(recorded.Settings, recorded.Run);
        }
        catch (OverflowException problem)
        {
            throw new BadInputException($"{Path.GetFileName(path)}: the times or counts together exceed 64 bits", problem);
        }
    }

    private static void Print(ScenarioResult result)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            LoadGenLog.Write(json, result);
        }

        output.Write("\n"u8);
    }
}
