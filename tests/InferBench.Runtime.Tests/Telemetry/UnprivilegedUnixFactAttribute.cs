namespace InferBench.Runtime.Tests.Telemetry;

/// <summary>A test of file permissions; skipped, by name, where there are none: on Windows, and for the superuser, who reads everything.</summary>
internal sealed class UnprivilegedUnixFactAttribute : FactAttribute
{
    public UnprivilegedUnixFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "needs a user whom file permissions hold back";
        }
    }
}
