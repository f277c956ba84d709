using System.Globalization;

namespace InferBench.Cli.Supervision;

/// <summary>How a worker process ended.</summary>
/// <param name="Code">Exit code; 128 + signal where a signal killed it.</param>
/// <param name="TimedOut">Whether the supervisor killed it because nothing moved.</param>
/// <param name="LastWords">The end of its standard error.</param>
internal sealed record WorkerExit(int Code, bool TimedOut, string LastWords)
{
    private const int SignalBase = 128;

    public string Describe()
    {
        var how = Code switch
        {
            SignalBase + 9 => "killed by signal 9 (SIGKILL; the system does this when memory runs out)",
            SignalBase + 6 => "aborted by signal 6 (SIGABRT)",
            SignalBase + 11 => "crashed by signal 11 (SIGSEGV)",
            > SignalBase and < SignalBase + 65 => string.Create(CultureInfo.InvariantCulture, $"ended by signal {Code - SignalBase}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"ended with exit code {Code}"),
        };
        return LastWords.Length == 0 ? how : $"{how}: {LastWords}";
    }
}
