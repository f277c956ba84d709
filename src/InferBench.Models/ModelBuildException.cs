namespace InferBench.Models;

/// <summary>A synthetic model cannot be described as asked, or cannot be written.</summary>
public sealed class ModelBuildException(string message, Exception? innerException = null) : ModelException(message, innerException);
