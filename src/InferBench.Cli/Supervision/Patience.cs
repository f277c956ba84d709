using InferBench.Core.Samples;
using InferBench.Core.Workers;

namespace InferBench.Cli.Supervision;

/// <summary>How long a worker may go without a finished operation before it counts as hung.</summary>
internal sealed class Patience(MeasureSettings settings, long modelBytes)
{
    private const double SlowestLoadBytesPerSecond = 20e6;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    public TimeSpan For(WorkerProgress? latest)
    {
        if (latest?.Cell is null)
        {
            return First + TimeSpan.FromSeconds(modelBytes / SlowestLoadBytesPerSecond);
        }

        if (settings.CellTimeoutSeconds is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var known = latest.OperationSeconds is { } operation ? TimeSpan.FromSeconds(operation * 20) : First;
        return known > Least ? known : Least;
    }
}
