using System.Diagnostics;

namespace InferBench.Budgets.Programs;

/// <summary>The most memory that a running program has had resident.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <summary>Watches a program to its end.</summary>
    /// <returns>Bytes; the system keeps the highest itself, so that a short peak between two looks is not missed while the program lives.</returns>
    public static long Watch(Process process)
    {
        long most = 0;
        while (!process.WaitForExit(Interval))
        {
            try
            {
                process.Refresh();
                most = Math.Max(most, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has ended between the two lines.
            }
        }

        return most;
    }
}
