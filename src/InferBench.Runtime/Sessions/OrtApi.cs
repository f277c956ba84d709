using System.Runtime.InteropServices;

namespace InferBench.Runtime.Sessions;

/// <summary>The part of ONNX Runtime's C API that its C# binding leaves out.</summary>
internal static unsafe partial class OrtApi
{
    /// <summary>The API version of release 1.29. The table only ever grows, so that a slot keeps its meaning.</summary>
    private const uint ApiVersion = 29;

    /// <summary>Slot of <c>const char* GetBuildInfoString(void)</c> in <c>OrtApi</c>.</summary>
    private const int BuildInfoSlot = 254;

    public static string BuildInfo()
    {
        var function = Function(BuildInfoSlot);
        return function == 0 ? "" : Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)function)()) ?? "";
    }

    /// <summary>Address of the function in a slot of <c>OrtApi</c>; 0 where the library is older than this version of the API.</summary>
    public static nint Function(int slot)
    {
        // OrtApiBase is { GetApi, GetVersionString }.
        var apiBase = (void**)OrtGetApiBase();
        var api = (nint*)((delegate* unmanaged<uint, void*>)apiBase[0])(ApiVersion);
        return api is null ? 0 : api[slot];
    }

    [LibraryImport("onnxruntime")]
    private static partial nint OrtGetApiBase();
}
