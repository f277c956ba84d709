using System.Diagnostics;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Peers.Sides;

namespace InferBench.Peers.Launches;

/// <summary>This program again, as one side.</summary>
internal sealed class SideProcess : IDisposable
{
    private readonly string _side;
    private readonly Process _process;
    private readonly Task<string> _errors;

    public SideProcess(string side, SideRequest request)
    {
        _side = side;
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
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        Send(JsonSerializer.Serialize(request, PeersJson.Default.SideRequest));
    }

    /// <summary>Processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>One generation; the first is a warm-up, and waits for the model to load.</summary>
    /// <exception cref="BadInputException">The side could not run the model; the message is its own.</exception>
    public Generation Generate() => JsonSerializer.Deserialize(Ask(Side.Next, '{'), PeersJson.Default.Generation)!;

    /// <summary>After a generation: the scores of the first generated token.</summary>
    /// <exception cref="BadInputException">As above.</exception>
    public float[] FirstLogits() => JsonSerializer.Deserialize(Ask(Side.Logits, '['), PeersJson.Default.SingleArray)!;

    public void Dispose()
    {
        // The end of its input ends it.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    // A library may print lines of its own in between.
    private string Ask(string question, char begins)
    {
        Send(question);
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(begins))
            {
                return line;
            }
        }

        _process.WaitForExit();
        throw new BadInputException($"{_side} ended with exit code {_process.ExitCode}: {_errors.Result.Trim()}");
    }

    private void Send(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It died; reading its output tells.
        }
    }
}
