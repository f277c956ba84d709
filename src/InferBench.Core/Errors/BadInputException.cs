namespace InferBench.Core.Errors;

/// <summary>
/// What the person gave cannot be used. The message is one line that names the file or option, the field, and the mend;
/// the command line prints it as it is and exits with code 2.
/// </summary>
public class BadInputException : Exception
{
    public BadInputException(string message)
        : base(message)
    {
    }

    public BadInputException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Several problems, reported together, one line each.</summary>
    public static BadInputException Of(IReadOnlyCollection<string> problems) => new(string.Join(Environment.NewLine, problems));
}
