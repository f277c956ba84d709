using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Figures over a tensor of numbers, in double. NaN and infinities count in the sums, and NaN nowhere else.</summary>
internal readonly record struct TensorFigures(double Sum, double SumAbs, double Min, double Max, long? ArgMax, double MeanMagnitude)
{
    private const int Chunk = 1024;

    /// <summary>The largest finite magnitude.</summary>
    public double Largest { get; private init; }

    public static TensorFigures Of(HostTensor tensor)
    {
        Span<double> numbers = stackalloc double[Chunk];
        double sum = 0, sumAbs = 0, min = double.NaN, max = double.NaN, finiteAbs = 0, largest = 0;
        long finite = 0;
        long? argMax = null;
        for (long start = 0; start < tensor.ElementCount; start += Chunk)
        {
            var part = numbers[..(int)Math.Min(Chunk, tensor.ElementCount - start)];
            tensor.CopyNumbers(start, part);
            for (var i = 0; i < part.Length; i++)
            {
                var number = part[i];
                sum += number;
                sumAbs += Math.Abs(number);
                if (double.IsFinite(number))
                {
                    finite++;
                    finiteAbs += Math.Abs(number);
                    largest = Math.Max(largest, Math.Abs(number));
                }

                if (number < min || (double.IsNaN(min) && !double.IsNaN(number)))
                {
                    min = number;
                }

                if (number > max || (argMax is null && !double.IsNaN(number)))
                {
                    (max, argMax) = (number, start + i);
                }
            }
        }

        return new TensorFigures(sum, sumAbs, min, max, argMax, finite == 0 ? 0 : finiteAbs / finite) { Largest = largest };
    }
}
