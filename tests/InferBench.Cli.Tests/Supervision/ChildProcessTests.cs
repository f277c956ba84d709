using InferBench.Cli.Quality;
using InferBench.Cli.Supervision;
using InferBench.Core.Errors;

namespace InferBench.Cli.Tests.Supervision;

public sealed class ChildProcessTests
{
    [UnixTheory]
    [InlineData("kill -SEGV $$", "the scoring takes its process down: crashed by signal 11 (SIGSEGV)")]
    [InlineData("kill -KILL $$", "the scoring takes its process down: killed by signal 9 (SIGKILL; the system does this when memory runs out)")]
    [InlineData("echo 'Unhandled exception. Oh' >&2; kill -ABRT $$", "the scoring takes its process down: aborted by signal 6 (SIGABRT): Oh")]
    [InlineData("echo noise; echo noise >&2; echo 'inferbench: a; b' >&2; exit 2", "a; b")]
    [InlineData("echo noise; exit 0", "the scoring takes its process down: ended with exit code 0")]
    public async Task RunAsync_ProcessWithoutAnAnswer_IsOneLine(string script, string expected)
    {
        var problem = await Assert.ThrowsAsync<BadInputException>(() => Shell(script).RunAsync(CancellationToken.None));

        Assert.Equal(expected, problem.Message);
    }

    [UnixTheory]
    [InlineData("exit 130")]
    [InlineData("kill -INT $$")]
    public async Task RunAsync_ProcessThatWasInterrupted_IsAnInterruption(string script) =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Shell(script).RunAsync(CancellationToken.None));

    [UnixTheory]
    [InlineData("exec sleep 60")]
    public async Task RunAsync_Canceled_EndsTheProcess(string script)
    {
        using var cancellation = new CancellationTokenSource();
        var running = Shell(script).RunAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static ChildProcess<QualityFigures> Shell(string script) => new("the scoring", "/bin/sh", ["-c", script], QualityJson.Default.QualityFigures);
}
