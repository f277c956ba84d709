namespace InferBench.Models.Precision;

/// <summary>One symmetric 8-bit scale per output channel: its largest magnitude over 127. Computed once, when first asked for.</summary>
internal sealed class ChannelScales(IMatrixValues weights, ActivationType type = ActivationType.Fp32)
{
    private readonly Lazy<float[]> _values = new(() => Compute(weights, type));

    public ReadOnlySpan<float> Values => _values.Value;

    private static float[] Compute(IMatrixValues weights, ActivationType type)
    {
        // A few outputs at a time: a matrix that is stored the other way round is not read number by number.
        var perPiece = Math.Clamp((1 << 20) / Math.Max(1, weights.Inputs), 1, 512);
        var scales = new float[weights.Outputs];
        Parallel.For(0, (weights.Outputs + perPiece - 1) / perPiece, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, piece =>
        {
            var first = piece * perPiece;
            var count = Math.Min(perPiece, weights.Outputs - first);
            using var values = new Scratch(count * weights.Inputs);
            weights.ReadOutputs(first, values.Floats);
            for (var n = 0; n < count; n++)
            {
                var largest = BlockQuantizer.LargestMagnitude(values.Floats.Slice(n * weights.Inputs, weights.Inputs));
                var scale = type.Round(largest / 127);
                scales[first + n] = scale < BlockQuantizer.SmallestScale ? 1 : scale;
            }
        });
        return scales;
    }
}
