namespace InferBench.Models.Hub;

/// <summary>A last answer after redirects.</summary>
/// <param name="IsFromHub">Whether the hub's own host gave it, not one that it redirected to.</param>
internal sealed record HubResponse(HttpResponseMessage Message, HubHeaders Headers, bool IsFromHub) : IDisposable
{
    public void Dispose() => Message.Dispose();
}
