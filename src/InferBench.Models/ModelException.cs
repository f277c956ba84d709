using InferBench.Core.Errors;

namespace InferBench.Models;

/// <summary>What is wrong with a model, in one line that a person can act on. The message begins with the file or folder it speaks of.</summary>
public abstract class ModelException(string message, Exception? innerException = null) : BadInputException(message, innerException);
