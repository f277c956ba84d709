using System.Diagnostics;
using System.Text.Json;
using InferBench.Budgets.Programs;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Core.Workers;

namespace InferBench.Budgets.Workers;

/// <summary>One use of the real worker, as the supervisor uses it.</summary>
/// <param name="Wall">From before the process started until it had ended.</param>
/// <param name="ToSession">From before the process started until its session row was in the journal.</param>
/// <param name="ToFirstOperation">From before the process started until it told that the first measured operation was done.</param>
/// <param name="Session">The session as applied.</param>
/// <param name="Measurements">One for each cell.</param>
internal sealed record WorkerRun(
    TimeSpan Wall, TimeSpan ToSession, TimeSpan ToFirstOperation, SessionReport Session, IReadOnlyList<CellMeasurement> Measurements)
{
    public TimeSpan Load => TimeSpan.FromMicroseconds(Session.LoadNs / 1e3);

    /// <summary>Time of measured operations and their warm-up: what the harness is there for.</summary>
    public TimeSpan Work => TimeSpan.FromMicroseconds(Measurements.Sum(m => (m.Warmup.Ns + m.Samples.Sum(sample => sample.EndToEndNs)) / 1e3));

    /// <exception cref="InvalidOperationException">The worker or a cell failed; the message is its own.</exception>
    public static WorkerRun Of(ShardRequest request)
    {
        File.Create(request.JournalPath).Dispose();
        var startedAt = DateTimeOffset.UtcNow;
        var started = Stopwatch.GetTimestamp();
        using var process = ProgramRun.Start(ProgramRun.Worker, []);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(request, CoreJson.Default.ShardRequest));
        process.StandardInput.Flush();

        var first = TimeSpan.Zero;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (first == TimeSpan.Zero && JsonSerializer.Deserialize(line, CoreJson.Default.WorkerProgress) is { Phase: WorkerPhase.Measure })
            {
                first = Stopwatch.GetElapsedTime(started);
            }
        }

        process.WaitForExit();
        var wall = Stopwatch.GetElapsedTime(started);
        var rows = JournalReader.Read(request.JournalPath);
        var failure = rows.OfType<CellFailedRow>().FirstOrDefault()?.Error ?? (process.ExitCode == 0 ? null : errors.Result);
        if (failure is not null)
        {
            throw new InvalidOperationException($"the worker failed: {failure}");
        }

        var session = rows.OfType<ShardStartedRow>().Single();
        return new WorkerRun(wall, session.At - startedAt, first, session.Session, [.. rows.OfType<CellMeasuredRow>().Select(row => row.Measurement)]);
    }
}
