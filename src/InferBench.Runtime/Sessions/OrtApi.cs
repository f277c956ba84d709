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
        // OrtApiBase is { GetApi, GetVersionString }.
        var apiBase = (void**)OrtGetApiBase();
        var api = (void**)((delegate* unmanaged<uint, void*>)apiBase[0])(ApiVersion);
        if (api is null)
        {
            return "";
        }

        var text = ((delegate* unmanaged<byte*>)api[BuildInfoSlot])();
        return Marshal.PtrToStringUTF8((nint)text) ?? "";
    }

    [LibraryImport("onnxruntime")]
    private static partial nint OrtGetApiBase();
}
