namespace InferBench.Models.Precision;

/// <summary>How a matrix is stored in blocks along its inputs.</summary>
/// <param name="Bits">4 or 8.</param>
/// <param name="BlockSize">Weights that share a scale.</param>
/// <param name="Scales">The scales' type, which is the activations'.</param>
/// <param name="Fit">Chooses scales, zero points and integers.</param>
internal sealed record BlockFormat(int Bits, int BlockSize, ActivationType Scales, IBlockFit Fit)
{
    public int BlockBytes => BlockSize * Bits / 8;

    public int Blocks(int inputs) => (inputs + BlockSize - 1) / BlockSize;
}
