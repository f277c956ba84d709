namespace InferBench.Models.Precision;

/// <summary>Takes note of what quantization changed. Calls for different outputs may run in parallel.</summary>
internal interface IErrorLedger
{
    /// <summary>Compares a block of one output with what its integers stand for.</summary>
    public void Add(int output, ReadOnlySpan<float> block, ReadOnlySpan<byte> integers, float scale, int zeroPoint);
}
