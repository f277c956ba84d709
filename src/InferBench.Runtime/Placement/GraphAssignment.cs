using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using OrtApi = InferBench.Runtime.Sessions.OrtApi;

namespace InferBench.Runtime.Placement;

/// <summary>
/// What a session that was made with <see cref="Option"/> remembers of how its graph was cut up. The C# binding has no wrapper for these calls of
/// the C API, which came with release 1.24 (<c>Session_GetEpGraphAssignmentInfo</c> and what follows it in <c>OrtApi</c>).
/// </summary>
internal static unsafe class GraphAssignment
{
    /// <summary>The session's configuration entry, to be 1.</summary>
    public const string Option = "session.record_ep_graph_assignment_info";

    private const int ReleaseStatusSlot = 93;
    private const int SubgraphsSlot = 407;
    private const int ProviderSlot = 408;
    private const int NodesSlot = 409;
    private const int DomainSlot = 411;
    private const int OperatorSlot = 412;

    /// <returns>Null where this ONNX Runtime does not have the calls, or does not answer.</returns>
    public static IReadOnlyList<AssignedNode>? Read(InferenceSession session)
    {
        if (OrtApi.Function(SubgraphsSlot) == 0)
        {
            return null;
        }

        var nodes = new List<AssignedNode>();
        if (List(SubgraphsSlot, Handle(session)) is not { } subgraphs)
        {
            return null;
        }

        foreach (var subgraph in subgraphs)
        {
            if (Text(ProviderSlot, subgraph) is not { } provider || List(NodesSlot, subgraph) is not { } members)
            {
                return null;
            }

            foreach (var node in members)
            {
                nodes.Add(new AssignedNode(provider, Text(DomainSlot, node) ?? "", Text(OperatorSlot, node) ?? ""));
            }
        }

        GC.KeepAlive(session);
        return nodes;
    }

    /// <summary>Calls of the form <c>OrtStatus* f(const Owner*, const Item* const** items, size_t* count)</c>; the items belong to the session.</summary>
    private static nint[]? List(int slot, nint owner)
    {
        nint* items;
        nuint count;
        var status = ((delegate* unmanaged<nint, nint**, nuint*, nint>)OrtApi.Function(slot))(owner, &items, &count);
        return Succeeded(status) ? new ReadOnlySpan<nint>(items, checked((int)count)).ToArray() : null;
    }

    /// <summary>Calls of the form <c>OrtStatus* f(const Owner*, const char** text)</c>; the text belongs to the session.</summary>
    private static string? Text(int slot, nint owner)
    {
        nint text;
        var status = ((delegate* unmanaged<nint, nint*, nint>)OrtApi.Function(slot))(owner, &text);
        return Succeeded(status) ? Marshal.PtrToStringUTF8(text) : null;
    }

    private static bool Succeeded(nint status)
    {
        if (status != 0)
        {
            ((delegate* unmanaged<nint, void>)OrtApi.Function(ReleaseStatusSlot))(status);
        }

        return status == 0;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handle")]
    private static extern nint Handle(InferenceSession session);
}
