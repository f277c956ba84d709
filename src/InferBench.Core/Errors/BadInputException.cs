namespace InferBench.Core.Errors;

/// <summary>
/// What the person gave cannot be used. The message is one line that names the file or option, the field, and the mend, whatever the
/// names in it hold; the command line prints it as it is and exits with code 2.
/// </summary>
public class BadInputException : Exception
{
    public BadInputException(string message)
        : base(OneLine.Of(message))
    {
    }

    public BadInputException(string message, Exception? inner)
        : base(OneLine.Of(message), inner)
    {
    }

    /// <summary>Several problems, reported together, one line each.</summary>
    protected BadInputException(IEnumerable<string> problems)
        : base(string.Join('\n', problems.Select(problem => OneLine.Of(problem))))
    {
    }

    /// <summary>Several problems, reported together, one line each.</summary>
    public static BadInputException Of(IReadOnlyCollection<string> problems) => new(problems);
}
