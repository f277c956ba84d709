namespace InferBench.Models.Hub;

/// <summary>What the hub answers, as far as it matters here. Everything may be missing: it comes from outside.</summary>
internal static class HubWire
{
    /// <summary><c>GET /api/models/{repo}/revision/{revision}</c>.</summary>
    internal sealed record RevisionAnswer(string? Sha);

    /// <summary>An element of <c>GET /api/models/{repo}/tree/{revision}</c>. Of a large file, <c>oid</c> is its pointer's.</summary>
    internal sealed record TreeEntry(string? Type, string? Path, long? Size, string? Oid, LargeFile? Lfs);

    internal sealed record LargeFile(string? Oid, long? Size);
}
