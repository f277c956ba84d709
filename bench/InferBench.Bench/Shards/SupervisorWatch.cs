using System.Diagnostics;

namespace InferBench.Bench.Shards;

/// <summary>A worker must not outlive its supervisor: when standard input ends, the supervisor is gone and the worker ends itself.</summary>
internal static class SupervisorWatch
{
    public static void Start(TextReader input)
    {
        var watch = new Thread(() =>
        {
            while (input.Read() >= 0)
            {
            }

            // Not Environment.Exit: that waits for a native call that may never come back.
            Process.GetCurrentProcess().Kill();
        })
        {
            IsBackground = true,
            Name = "supervisor watch",
        };
        watch.Start();
    }
}
