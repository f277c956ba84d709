using System.Diagnostics.Tracing;
using BenchmarkDotNet.Engines;

namespace InferBench.Bench.Harness;

/// <summary>
/// Hears from BenchmarkDotNet's engine which operation is about to run. In-process, its events arrive synchronously on the benchmark's
/// thread, outside the timed region.
/// </summary>
internal sealed class PhaseListener(OperationRecorder recorder, Action<int> progress) : EventListener
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
        switch (eventData.EventId)
        {
            case EngineEventSource.WorkloadActualStartEventId:
                recorder.Measuring = true;
                break;
            case EngineEventSource.WorkloadActualStopEventId:
                recorder.Measuring = false;
                recorder.CheckOutput();
                progress(recorder.Count);
                break;
            default:
                break;
        }
    }
}
