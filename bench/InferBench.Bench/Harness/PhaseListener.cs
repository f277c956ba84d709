using System.Diagnostics.Tracing;
using BenchmarkDotNet.Engines;

namespace InferBench.Bench.Harness;

/// <summary>
/// Hears from BenchmarkDotNet's engine that its actual stage begins, and then stops listening: an event is formatted and dispatched
/// between two operations, which took 3 µs there, and 100 µs where the operation had used up the caches. In-process, events arrive
/// synchronously on the benchmark's thread, outside the timed region; nothing but counted operations follows the first of the stage.
/// </summary>
internal sealed class PhaseListener(OperationRecorder recorder) : EventListener
{
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == EngineEventSource.SourceName)
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == EngineEventSource.WorkloadActualStartEventId)
        {
            recorder.Measuring = true;
            DisableEvents(eventData.EventSource);
        }
    }
}
