using System.Runtime.InteropServices;

namespace InferBench.Runtime.Sessions;

/// <summary>Environment variables as native libraries read them: on Unix, .NET keeps a copy of its own and never writes the process's.</summary>
internal static partial class NativeEnvironment
{
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows() && SetVariable(name, value, overwrite: 1) != 0)
        {
            throw new InvalidOperationException($"the environment variable {name} cannot be set: error {Marshal.GetLastPInvokeError()}");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
