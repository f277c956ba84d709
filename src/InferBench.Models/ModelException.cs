using InferBench.Core.Errors;

namespace InferBench.Models;

/// <summary>What is wrong with a model, in one line that a person can act on. The message begins with the file or folder it speaks of.</summary>
public abstract class ModelException : BadInputException
{
    protected ModelException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Several lines that belong together.</summary>
    protected ModelException(IEnumerable<string> lines)
        : base(lines)
    {
    }
}
