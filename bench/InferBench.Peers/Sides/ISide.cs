namespace InferBench.Peers.Sides;

/// <summary>A loaded model that generates the same thing again and again.</summary>
internal interface ISide : IDisposable
{
    public Generation Generate();

    /// <summary>After a generation: the scores of the first sequence's first generated token; null where the side does not give them away.</summary>
    public float[]? FirstLogits();
}
