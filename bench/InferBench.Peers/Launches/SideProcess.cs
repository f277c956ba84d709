using System.Diagnostics;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>Runs this program again as one side.</summary>
internal static class SideProcess
{
    /// <exception cref="BadInputException">The side could not run the model; the message is its own.</exception>
    public static SideResult Run(string side, SideRequest request)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // ONNX Runtime's uploads would run beside what is measured, on either side.
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SideProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Side.Command);
        start.ArgumentList.Add(side);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request, PeersJson.Default.SideRequest));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith('{'));
        return process.ExitCode == 0 && line is not null
            ? JsonSerializer.Deserialize(line, PeersJson.Default.SideResult)!
            : throw new BadInputException($"{side} ended with exit code {process.ExitCode}: {errors.Result.Trim()}");
    }
}
