namespace InferBench.Models.Hub;

/// <summary>A model could not be fetched from the hub or found in its cache. The message names the repository and file, and the mend.</summary>
public class HubException : ModelException
{
    public HubException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>A line that says what is wrong, and lines to choose from.</summary>
    internal HubException(IEnumerable<string> lines)
        : base(lines)
    {
    }
}
