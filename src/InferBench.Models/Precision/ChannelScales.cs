using System.Numerics.Tensors;
namespace InferBench.Models.Precision;

/// <summary>One symmetric 8-bit scale per output channel: its largest magnitude over 127. Computed once, when first asked for.</summary>
internal sealed class ChannelScales(IMatrixValues weights, ActivationType type = ActivationType.Fp32)
{
    private readonly Lazy<float[]> _values = new(() => Compute(weights, type));

    public ReadOnlySpan<float> Values => _values.Value;

    private static float[] Compute(IMatrixValues weights, ActivationType type)
    {
        var scales = weights.InputsLieTogether ? LargestByInputs(weights) : LargestByOutputs(weights);
        foreach (ref var scale in scales.AsSpan())
        {
            scale = type.Round(scale / 127);
            scale = scale < BlockQuantizer.SmallestScale ? 1 : scale;
        }

        return scales;
    }

    private static float[] LargestByOutputs(IMatrixValues weights)
    {
        var largest = new float[weights.Outputs];
        InPieces(weights.Outputs, weights.Inputs, (first, count) =>
        {
            using var values = new Scratch(count * weights.Inputs);
            weights.ReadOutputs(first, values.Floats);
            for (var n = 0; n < count; n++)
            {
                largest[first + n] = BlockQuantizer.LargestMagnitude(values.Floats.Slice(n * weights.Inputs, weights.Inputs));
            }
        });
        return largest;
    }

    private static float[] LargestByInputs(IMatrixValues weights)
    {
        var largest = new float[weights.Outputs];
        InPieces(weights.Inputs, weights.Outputs, (first, count) =>
        {
            using var values = new Scratch(count * weights.Outputs);
            weights.ReadInputs(first, values.Floats);
            var some = values.Floats[..weights.Outputs];
            TensorPrimitives.Abs(some, some);
            for (var k = 1; k < count; k++)
            {
                TensorPrimitives.MaxMagnitude(some, values.Floats.Slice(k * weights.Outputs, weights.Outputs), some);
            }

            TensorPrimitives.Abs(some, some);
            lock (largest)
            {
                TensorPrimitives.Max(largest, some, largest);
            }
        });
        return largest;
    }

    /// <summary>A few rows at a time, on all cores.</summary>
    private static void InPieces(int rows, int rowLength, Action<int, int> body)
    {
        var perPiece = Math.Clamp((1 << 20) / Math.Max(1, rowLength), 1, 512);
        Parallel.For(
            0, (rows + perPiece - 1) / perPiece, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            piece => body(piece * perPiece, Math.Min(perPiece, rows - (piece * perPiece))));
    }
}
