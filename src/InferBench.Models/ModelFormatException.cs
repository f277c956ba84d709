namespace InferBench.Models;

/// <summary>A model file, its external data or one of its configuration files is not what the format asks for.</summary>
public sealed class ModelFormatException(string message, Exception? innerException = null) : ModelException(message, innerException)
{
    internal static ModelFormatException In(string path, string problem, Exception? innerException = null) =>
        new($"{Path.GetFileName(path)}: {problem}", innerException);
}
