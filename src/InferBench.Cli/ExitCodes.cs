namespace InferBench.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something was measured and failed: a cell that crashed, a full disk.</summary>
    public const int Failed = 1;

    /// <summary>What was given cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Under <c>--strict</c>: a cell is suspect or invalid.</summary>
    public const int NotValid = 3;

    /// <summary>Ctrl+C, as shells expect it.</summary>
    public const int Interrupted = 130;
}
