namespace InferBench.Economics.Claims;

/// <summary>A public claim that can be recomputed.</summary>
public interface IClaim
{
    /// <summary>Name on the command line.</summary>
    public string Name { get; }

    /// <summary>What is claimed.</summary>
    public string Statement { get; }

    public ClaimResult Recompute(ClaimInputs inputs);
}
