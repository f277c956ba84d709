using System.Diagnostics;

namespace InferBench.EndToEnd.Tests.Processes;

/// <summary>Waits for what another process does, up to a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <returns>The first value that is not null.</returns>
    public static T Gives<T>(Func<T?> attempt, string what)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (attempt() is { } value)
            {
                return value;
            }

            Assert.True(Stopwatch.GetElapsedTime(began) < Most, $"{what}: not within {Most.TotalSeconds} s");

            // Another process is waited for: it has no clock that could be passed in, and nothing of it signals.
            Thread.Sleep(Pause);
        }
    }

    public static void IsTrue(Func<bool> condition, string what) => Gives(() => condition() ? what : null, what);
}
