namespace InferBench.Models.Precision;

/// <summary>The numbers of a projection, N outputs by K inputs, in the order that a weight format asks for. Calls may run in parallel.</summary>
internal interface IMatrixValues
{
    /// <summary>N.</summary>
    public int Outputs { get; }

    /// <summary>K.</summary>
    public int Inputs { get; }

    /// <summary>Whether the numbers of an input lie side by side, so that whole inputs are the cheaper thing to read.</summary>
    public bool InputsLieTogether { get; }

    /// <summary>Reads whole outputs, K numbers each, as many as <paramref name="destination"/> holds.</summary>
    public void ReadOutputs(int first, Span<float> destination);

    /// <summary>Reads whole inputs, N numbers each, as many as <paramref name="destination"/> holds.</summary>
    public void ReadInputs(int first, Span<float> destination);
}
