using InferBench.Core.Errors;

namespace InferBench.Runtime.Providers;

/// <summary>An execution provider was asked for that cannot run here; the message names what is missing and the mend.</summary>
public sealed class ProviderUnavailableException : BadInputException
{
    public ProviderUnavailableException(string message)
        : base(message)
    {
    }

    public ProviderUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
