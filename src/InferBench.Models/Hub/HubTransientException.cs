namespace InferBench.Models.Hub;

/// <summary>What may well succeed a little later. It reaches the person as it is when the retries are used up.</summary>
/// <param name="after">How long the server asks to wait; null where it does not say.</param>
internal sealed class HubTransientException(string message, TimeSpan? after = null, Exception? innerException = null)
    : HubException(message, innerException)
{
    public TimeSpan? After { get; } = after;
}
