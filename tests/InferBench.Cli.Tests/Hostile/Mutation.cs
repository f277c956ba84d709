namespace InferBench.Cli.Tests.Hostile;

/// <summary>One way to make a sound model hostile.</summary>
/// <param name="Name">What is done, unique in the corpus, so that a failure can be repeated.</param>
/// <param name="Source">Which of <see cref="SourceModels"/> it is done to.</param>
/// <param name="Apply">Does it.</param>
internal sealed record Mutation(string Name, string Source, Action<MutationSite> Apply)
{
    /// <summary>A loop that never ends is given to <c>models check</c> alone, with a time limit: <c>run</c> waits ten minutes for a model to load.</summary>
    public bool NeverEnds { get; init; }

    public override string ToString() => $"{Source}: {Name}";
}
