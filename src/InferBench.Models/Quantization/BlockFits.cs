using InferBench.Models.Precision;

namespace InferBench.Models.Quantization;

/// <summary>Chooses the fit of a scheme.</summary>
internal static class BlockFits
{
    public static IBlockFit For(QuantizationScheme scheme, ActivationType scales) => scheme switch
    {
        { Method: QuantizationMethod.BlockHalfQuadratic } => new HalfQuadraticFit(scheme.Bits, scales),
        { Symmetric: true } => new SymmetricFit(scheme.Bits, scales),
        _ => new AsymmetricFit(scheme.Bits, scales),
    };
}
