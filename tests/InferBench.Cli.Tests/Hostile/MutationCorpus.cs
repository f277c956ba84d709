namespace InferBench.Cli.Tests.Hostile;

/// <summary>Five hundred mutations, always the same ones for the same source models.</summary>
internal static class MutationCorpus
{
    private const int Count = 500;
    private const int SampleStep = 5;

    public static IReadOnlyList<Mutation> All(IReadOnlyCollection<string> sources)
    {
        List<Mutation> all =
        [
            .. ExternalDataMutations.Of(SourceModels.GenAi),
            .. GraphMutations.Of(SourceModels.GenAi).Where((_, i) => i % 2 == 0),
            .. GraphMutations.Of(SourceModels.Optimum).Where((_, i) => i % 2 == 1),
            .. ConfigMutations.Of(SourceModels.OptimumInt4),
        ];
        var bytes = ByteMutations.Of([.. sources.Order(StringComparer.Ordinal)]);
        return [.. all, .. bytes.Take(Count - all.Count)];
    }

    /// <summary>Every fifth, so that each kind is there.</summary>
    public static IReadOnlyList<Mutation> Sample(IReadOnlyCollection<string> sources) => [.. All(sources).Where((_, i) => i % SampleStep == 0)];
}
