using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.Diagnosis;
using InferBench.Cli.Terminal;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench doctor</c>: what this machine has, what it lacks, and the mend for each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Command("doctor", "Says which devices and libraries are here, which providers can run, and how to mend what is missing.") { json };
        command.SetAction(parsed =>
        {
            var diagnosis = Diagnosis.Diagnosis.Make();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(diagnosis, DiagnosisJson.Default.Diagnosis));
            }
            else
            {
                DiagnosisText.Show(Screen.Create(json: false), diagnosis);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
