namespace InferBench.Models.Hub;

/// <summary>Reads an answer's body, and gives up on a server that falls silent.</summary>
internal sealed class BodyReader(Stream body, string what, TimeSpan patience)
{
    /// <summary>The next bytes; 0 at the end.</summary>
    /// <exception cref="HubTransientException">The connection broke or fell silent.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(patience);
        try
        {
            return await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HubTransientException($"{what}: the server fell silent; run the same command again, what is there is kept", null, e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new HubTransientException($"{what}: the connection broke; run the same command again, what is there is kept", null, e);
        }
    }
}
