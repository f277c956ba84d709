using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>One symmetric 8-bit scale per output channel: its largest magnitude over 127. Computed once, when first asked for.</summary>
internal sealed class ChannelScales(WeightMatrix weights)
{
    private readonly Lazy<float[]> _values = new(() => Compute(weights));

    public ReadOnlySpan<float> Values => _values.Value;

    private static float[] Compute(WeightMatrix weights)
    {
        var scales = new float[weights.Outputs];
        Parallel.For(0, weights.Outputs, n =>
        {
            using var row = new Scratch(weights.Inputs);
            weights.Values.Fill(row.Floats, (long)n * weights.Inputs);
            var largest = 0f;
            foreach (var value in row.Floats)
            {
                var magnitude = Math.Abs(value);
                largest = magnitude > largest ? magnitude : largest;
            }

            scales[n] = largest == 0 ? 1 : largest / 127;
        });
        return scales;
    }
}
