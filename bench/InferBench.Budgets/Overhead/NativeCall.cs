using System.Runtime.CompilerServices;
using Microsoft.ML.OnnxRuntime;
using OrtApi = InferBench.Runtime.Sessions.OrtApi;

namespace InferBench.Budgets.Overhead;

/// <summary>ONNX Runtime's <c>RunWithBinding</c> called by its address, as a C program calls it: no C# binding in between.</summary>
internal sealed unsafe class NativeCall(InferenceSession session, RunOptions options)
{
    /// <summary>Slot of <c>OrtStatus* RunWithBinding(OrtSession*, const OrtRunOptions*, const OrtIoBinding*)</c> in <c>OrtApi</c>.</summary>
    private const int RunWithBindingSlot = 133;

    private readonly delegate* unmanaged<nint, nint, nint, nint> _run = (delegate* unmanaged<nint, nint, nint, nint>)OrtApi.Function(RunWithBindingSlot);
    private readonly nint _session = Handle(session);
    private readonly nint _options = options.DangerousGetHandle();

    public static nint AddressOf(OrtIoBinding binding) => binding.DangerousGetHandle();

    /// <returns>ONNX Runtime's status: 0 where it succeeded.</returns>
    public nint Run(nint binding) => _run(_session, _options, binding);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern nint Handle(InferenceSession session);
}
