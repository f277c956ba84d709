using InferBench.Cli.Supervision;

namespace InferBench.Cli.Tests.Supervision;

public sealed class WorkerExitTests
{
    [Theory]
    [InlineData(137, "killed by signal 9 (SIGKILL; the system does this when memory runs out)")]
    [InlineData(134, "aborted by signal 6 (SIGABRT)")]
    [InlineData(139, "crashed by signal 11 (SIGSEGV)")]
    [InlineData(143, "ended by signal 15")]
    [InlineData(0, "ended with exit code 0")]
    [InlineData(3, "ended with exit code 3")]
    [InlineData(255, "ended with exit code 255")]
    [InlineData(-1073741819, "ended with exit code -1073741819")]
    public void Describe_Code_IsInWords(int code, string words) => Assert.Equal(words, new WorkerExit(code, TimedOut: false, "").Describe());

    [Fact]
    public void Describe_LastWords_AreQuoted() =>
        Assert.Equal("aborted by signal 6 (SIGABRT): terminate called", new WorkerExit(134, TimedOut: false, "terminate called").Describe());
}
