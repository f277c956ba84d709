using System.Globalization;
using System.Numerics.Tensors;
using InferBench.Core.Errors;

namespace InferBench.Runtime.Scoring;

/// <summary>
/// Log-softmax of one row at a time, in double: the largest logit is taken off first, so that no exponential overflows and the largest
/// term of the sum is 1. An id whose logit is −∞ has probability 0.
/// </summary>
public sealed class LogProbabilities
{
    private readonly double[] _log;
    private readonly double[] _probabilities;

    public LogProbabilities(int vocabulary) => (_log, _probabilities) = (new double[vocabulary], new double[vocabulary]);

    /// <summary>Natural logarithms of the probabilities, until the next row.</summary>
    public ReadOnlySpan<double> Log => _log;

    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <param name="position">Position of the row, for the error.</param>
    /// <param name="logits">One for each id.</param>
    /// <exception cref="BadInputException">A logit is NaN or +∞, or all are −∞.</exception>
    public void Set(int position, ReadOnlySpan<float> logits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(logits.Length, _log.Length, nameof(logits));

        // Max gives NaN where there is one.
        var largest = TensorPrimitives.Max(logits);
        if (!float.IsFinite(largest))
        {
            throw new BadInputException(string.Create(
                CultureInfo.InvariantCulture, $"the logits at position {position} are not finite: the model cannot be scored"));
        }

        TensorPrimitives.ConvertChecked(logits, _log.AsSpan());
        TensorPrimitives.Subtract(_log, largest, _log);
        TensorPrimitives.Exp<double>(_log, _probabilities);
        var sum = TensorPrimitives.Sum<double>(_probabilities);
        TensorPrimitives.Subtract(_log, Math.Log(sum), _log);
        TensorPrimitives.Divide(_probabilities, sum, _probabilities);
    }
}
