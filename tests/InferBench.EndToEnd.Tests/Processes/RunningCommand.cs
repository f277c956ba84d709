using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>A command in flight. It is killed with its children when it outlives the test or its time.</summary>
public sealed partial class RunningCommand : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly string _line;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    public RunningCommand(Process process, string line)
    {
        (_process, _line) = (process, line);
        process.OutputDataReceived += (_, e) => Keep(_output, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(_errors, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public FinishedCommand WaitForExit()
    {
        if (!_process.WaitForExit(Most))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"inferbench {_line} did not end within {Most.TotalSeconds} s:\n{_output}\n{_errors}");
        }

        // Without a time: waits for the rest of the output too.
        _process.WaitForExit();
        return new FinishedCommand(_process.ExitCode, _output.ToString(), _errors.ToString());
    }

    /// <summary>Kills this process alone: its worker finds out by itself.</summary>
    public void Kill() => _process.Kill(entireProcessTree: false);

    /// <summary>Ctrl+C as a terminal sends it: to the command and its worker, where it has one.</summary>
    public void Interrupt(params int[] workers)
    {
        foreach (var id in (int[])[Id, .. workers])
        {
            Assert.Equal(0, SendSignal(id, signal: 2));
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private static void Keep(StringBuilder kept, string? line)
    {
        lock (kept)
        {
            kept.Append(line is null ? "" : line + "\n");
        }
    }
}
