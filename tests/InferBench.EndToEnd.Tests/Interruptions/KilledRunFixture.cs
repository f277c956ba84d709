using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Interruptions;

/// <summary>A run of three cells whose supervisor was killed in the second; each test resumes a copy of its own.</summary>
public sealed class KilledRunFixture : IDisposable
{
    private readonly Inferbench _person = new();
    private string _run = "";

    public KilledRunFixture()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var command = _person.Start(Sweep.Heavy($"4,{Sweep.LongTokens},5"));
        _run = RunFiles.WaitForStart(_person, command, cell => cell.GeneratedTokens == Sweep.LongTokens);
        Worker = Workers.Of(command);
        command.Kill();
        command.WaitForExit();
        Workers.IsGone(Worker);
    }

    /// <summary>Process id of the worker that was left behind.</summary>
    public int Worker { get; }

    /// <summary>Puts a copy of the run among someone's results.</summary>
    /// <returns>The copy's folder.</returns>
    public string CopyTo(Inferbench person)
    {
        var copy = Directory.CreateDirectory(Path.Combine(person.Results, Path.GetFileName(_run))).FullName;
        File.Copy(RunFiles.Journal(_run), RunFiles.Journal(copy));
        return copy;
    }

    public void Dispose() => _person.Dispose();
}
