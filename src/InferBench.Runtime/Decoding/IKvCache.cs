using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Decoding;

/// <summary>The values to bind for the cache of each step; step 0 is the prefill.</summary>
internal interface IKvCache
{
    /// <param name="tensor">Index into <see cref="DecoderLayout.Cache"/>.</param>
    /// <param name="step">Step.</param>
    public OrtValue Past(int tensor, int step);

    public OrtValue Present(int tensor, int step);

    /// <summary>Address of the block that holds the cache after a step.</summary>
    public nint Address(int tensor, int step);

    /// <summary>Positions that a head's row in that block has room for.</summary>
    public int Stride(int step);
}
