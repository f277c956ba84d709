using System.CommandLine;
using System.Text.Json;
using InferBench.Cli.AddedProviders;
using InferBench.Cli.Diagnosis;
using InferBench.Cli.Supervision;
using InferBench.Cli.Terminal;
using InferBench.Core.Runs;

namespace InferBench.Cli.Commands;

/// <summary><c>inferbench doctor</c>: what this machine has, what it lacks, and the mend for each.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var add = new Option<string>("--add-providers")
        {
            HelpName = "PACKAGE",
            Description = "Put ONNX Runtime's CUDA and TensorRT providers beside this program first, out of its package for GPUs: "
                + "the .nupkg file, or the folder that it is unpacked in.",
        };
        var json = new Option<bool>("--json") { Description = "Print what was found as JSON." };
        var command = new Command("doctor", "Says which devices and libraries are here, which providers can run, and how to mend what is missing.")
        {
            add, json,
        };
        command.SetStoppableAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(add) is { } package)
            {
                Add(Screen.Create(parsed.GetValue(json)), package, cancellation);
            }

            var diagnosis = Diagnosis.Diagnosis.Make();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(diagnosis, DiagnosisJson.Default.Diagnosis));
            }
            else
            {
                DiagnosisText.Show(Screen.Create(json: false), diagnosis);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void Add(Screen screen, string package, CancellationToken cancellation)
    {
        string[] programs = [AppContext.BaseDirectory, Path.GetDirectoryName(WorkerLocator.Find())!];
        foreach (var added in ProviderAddition.Add(package, programs, cancellation))
        {
            screen.Line($"{added.Library}: {added.Outcome} {PersonalPaths.Hide(added.Folder)}");
        }

        screen.Line();
    }
}
