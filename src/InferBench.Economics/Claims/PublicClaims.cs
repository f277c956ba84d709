namespace InferBench.Economics.Claims;

/// <summary>The claims in circulation that can be recomputed.</summary>
public static class PublicClaims
{
    public static IReadOnlyList<IClaim> All { get; } =
    [
        new HostedSavingClaim(),
        new SelfHostedSavingClaim(),
        new SameWeightsClaim(),
        new TwoMillionClaim(),
        new ConsumerStackClaim(),
    ];

    /// <returns>Null where there is none of this name.</returns>
    public static IClaim? Find(string name) => All.FirstOrDefault(claim => claim.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
