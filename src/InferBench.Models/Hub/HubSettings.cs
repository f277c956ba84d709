namespace InferBench.Models.Hub;

/// <summary>Where models come from and where they are kept.</summary>
/// <param name="endpoint">The hub's base address: https, or http on this machine, or any http under <see cref="AllowInsecure"/>.</param>
/// <param name="cacheFolder">Laid out like Hugging Face's own cache; made when missing.</param>
public sealed class HubSettings(Uri endpoint, string cacheFolder)
{
    public Uri Endpoint { get; } = endpoint;

    public string CacheFolder { get; } = Path.GetFullPath(cacheFolder);

    /// <summary>Sent to <see cref="Endpoint"/>'s own host only, and never over plain http except to this machine.</summary>
    public HubToken? Token { get; init; }

    /// <summary>No request is made: only what the cache holds is found.</summary>
    public bool Offline { get; init; }

    /// <summary>Plain http to other machines is allowed. A redirect from https to http is refused even then.</summary>
    public bool AllowInsecure { get; init; }

    /// <summary>For the waits between attempts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long the server may take to begin an answer, and how long it may fall silent within one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
