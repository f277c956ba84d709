namespace InferBench.Peers.Sides;

/// <summary>A loaded model that generates the same thing again and again.</summary>
internal interface ISide : IDisposable
{
    public Generation Generate();
}
