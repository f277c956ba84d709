namespace InferBench.Models.Hub;

/// <summary>What a repository holds at one commit.</summary>
/// <param name="Files">Sorted by path. The paths are the server's and untrusted: they are checked when files are chosen, not here.</param>
public sealed record HubListing(string Repo, string Revision, string Commit, IReadOnlyList<HubFile> Files);
