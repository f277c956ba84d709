using InferBench.Core.Runs;

namespace InferBench.Core.Loads;

/// <summary>One line of what a worker writes while it drives a scenario; one field is set.</summary>
public sealed record LoadRow
{
    /// <summary>The session was loaded.</summary>
    public SessionReport? Session { get; init; }

    /// <summary>A run of the scenario has ended.</summary>
    public LoadRecord? Record { get; init; }

    /// <summary>Why nothing more comes, in one line.</summary>
    public string? Error { get; init; }
}
