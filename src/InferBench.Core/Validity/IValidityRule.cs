namespace InferBench.Core.Validity;

/// <summary>One reason why a cell's figures might not be trusted.</summary>
internal interface IValidityRule
{
    /// <returns>The finding, or null where this rule has nothing against the cell.</returns>
    public Finding? Judge(Evidence evidence);
}
