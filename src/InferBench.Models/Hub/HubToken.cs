namespace InferBench.Models.Hub;

/// <summary>An access token. It has no text form, so that it cannot come into a message, a log or a document by mistake.</summary>
public sealed class HubToken
{
    internal HubToken(string secret)
    {
        Secret = secret;
    }

    internal string Secret { get; }

    /// <exception cref="HubException">The text cannot be a token; the message does not repeat it.</exception>
    public static HubToken Parse(string text, string source)
    {
        var secret = text.Trim();
        return secret.Length > 0 && secret.All(c => c is > ' ' and <= '~')
            ? new HubToken(secret)
            : throw new HubException($"{source}: holds no access token; a token is one line of letters, digits and signs");
    }

    public override string ToString() => "(hidden)";
}
