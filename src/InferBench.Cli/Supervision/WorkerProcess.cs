using System.Diagnostics;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Core.Workers;

namespace InferBench.Cli.Supervision;

/// <summary>Runs one worker process to its end, watching that it moves.</summary>
/// <param name="host">Program to start.</param>
/// <param name="worker">The worker's assembly.</param>
/// <param name="time">The clock of its patience.</param>
/// <param name="kind">What kind of request it is given; null for a shard.</param>
internal sealed class WorkerProcess(string host, string worker, TimeProvider time, string? kind = null)
{
    private const int KeptErrorLines = 3;
    private const int LongestErrorLine = 300;
    private const string StackFrame = "at ";

    /// <inheritdoc cref="RunAsync(string, Action{WorkerProgress}, Func{WorkerProgress, TimeSpan}, CancellationToken)"/>
    public Task<WorkerExit> RunAsync(
        ShardRequest request, Action<WorkerProgress> report, Func<WorkerProgress?, TimeSpan> patience, CancellationToken cancellation) =>
        RunAsync(JsonSerializer.Serialize(request, CoreJson.Default.ShardRequest), report, patience, cancellation);

    /// <param name="request">One line of JSON, sent on the worker's standard input.</param>
    /// <param name="report">Called with each progress line.</param>
    /// <param name="patience">How long the worker may take from one progress line to the next.</param>
    /// <param name="cancellation">Kills the worker.</param>
    public async Task<WorkerExit> RunAsync(
        string request, Action<WorkerProgress> report, Func<WorkerProgress?, TimeSpan> patience, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(host)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(worker)!,
        };
        start.ArgumentList.Add(worker);
        if (kind is not null)
        {
            start.ArgumentList.Add(kind);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{worker} could not be started");
        var lastWords = new Queue<string>();
        var errors = ReadErrorsAsync(process, lastWords);
        var timedOut = false;
        try
        {
            await SendAsync(process, request).ConfigureAwait(false);
            timedOut = !await FollowAsync(process, report, patience, cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited && (timedOut || cancellation.IsCancellationRequested))
            {
                process.Kill(entireProcessTree: true);

                // What it was writing must not change any more when the caller looks at it.
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await errors.ConfigureAwait(false);
        return new WorkerExit(process.ExitCode, timedOut, PersonalPaths.Hide(string.Join(" ", lastWords)));
    }

    /// <summary>One line, and the pipe stays open: the worker ends itself when it closes.</summary>
    private static async Task SendAsync(Process process, string request)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(request).ConfigureAwait(false);
            await process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The worker died before it read; its exit code and last words say why.
        }
    }

    /// <returns>False where the worker stopped moving.</returns>
    private async Task<bool> FollowAsync(
        Process process, Action<WorkerProgress> report, Func<WorkerProgress?, TimeSpan> patience, CancellationToken cancellation)
    {
        WorkerProgress? latest = null;
        while (true)
        {
            using var limit = new CancellationTokenSource(patience(latest), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            string? line;
            try
            {
                line = await process.StandardOutput.ReadLineAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                return false;
            }

            if (line is null)
            {
                return true;
            }

            if (line.StartsWith('{') && JsonSerializer.Deserialize(line, CoreJson.Default.WorkerProgress) is { } progress)
            {
                latest = progress;
                report(progress);
            }
        }
    }

    private static async Task ReadErrorsAsync(Process process, Queue<string> lastWords)
    {
        while (await process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            // The frames of a stack trace would push out the line above them, which says what went wrong.
            if (line.Trim() is { Length: > 0 } words && !words.StartsWith(StackFrame, StringComparison.Ordinal))
            {
                lastWords.Enqueue(OneLine.Of(words, LongestErrorLine));
                if (lastWords.Count > KeptErrorLines)
                {
                    lastWords.Dequeue();
                }
            }
        }
    }
}
