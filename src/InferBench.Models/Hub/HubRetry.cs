namespace InferBench.Models.Hub;

/// <summary>A few more attempts, each after twice the wait; a wait that the server names goes before, unless a person should rather come back.</summary>
internal sealed class HubRetry(TimeProvider time)
{
    private const int MostFailures = 5;

    // A download that moves on may be interrupted as often as it likes.
    private const long Progress = 8 << 20;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private int _failures;
    private long _reached;

    /// <summary>Waits after <paramref name="failure"/>, or throws it when it is not worth another attempt.</summary>
    /// <param name="position">How many bytes there are by now.</param>
    public async Task WaitAsync(HubTransientException failure, long position, CancellationToken cancellationToken)
    {
        if (position - _reached >= Progress)
        {
            (_failures, _reached) = (0, position);
        }

        var wait = failure.After ?? FirstWait * (1 << _failures);
        if (++_failures >= MostFailures || wait > LongestWait)
        {
            throw failure;
        }

        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<T> RunAsync<T>(TimeProvider time, Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        var retry = new HubRetry(time);
        while (true)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (HubTransientException failure)
            {
                await retry.WaitAsync(failure, 0, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
