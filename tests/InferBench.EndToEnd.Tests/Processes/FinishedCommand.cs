namespace InferBench.EndToEnd.Tests.Processes;

/// <param name="ExitCode">As the shell sees it; 128 + signal where a signal ended it.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
public sealed record FinishedCommand(int ExitCode, string Output, string Errors)
{
    public FinishedCommand ExitsWith(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode} instead of {code}\n{Output}\n{Errors}");
        return this;
    }

    /// <summary>Bad input: exit code 2, nothing on standard output, and these problems on standard error, one line each.</summary>
    public void Complains(params string[] problems)
    {
        ExitsWith(2);
        Assert.Empty(Output);
        var lines = Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(lines.Length == problems.Length, $"{lines.Length} lines instead of {problems.Length}:\n{Errors}");
        foreach (var (line, problem) in lines.Zip(problems))
        {
            Assert.StartsWith("inferbench: ", line, StringComparison.Ordinal);
            Assert.Contains(problem, line, StringComparison.Ordinal);
        }
    }
}
