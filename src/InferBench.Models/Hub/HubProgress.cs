namespace InferBench.Models.Hub;

/// <summary>How far a pull is.</summary>
/// <param name="File">The file in progress.</param>
/// <param name="DoneBytes">Of all files that were missing, what is on disk, with what an earlier attempt left.</param>
/// <param name="TotalBytes">Of all files that were missing.</param>
public readonly record struct HubProgress(string File, long DoneBytes, long TotalBytes);
