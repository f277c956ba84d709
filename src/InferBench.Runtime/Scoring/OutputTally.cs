using System.Numerics.Tensors;
using InferBench.Core.Errors;
using InferBench.Core.Quality;
using InferBench.Models.Onnx;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Runtime.Scoring;

/// <summary>Collects, item by item, how close two models' outputs are. An item is a row of an output's first dimension.</summary>
internal sealed class OutputTally(string model, string reference)
{
    private readonly List<double> _cosines = [];
    private double _least = double.PositiveInfinity;
    private string _worst = "";
    private int _same;
    private int _ranked;

    public static double[] Numbers(HostTensor tensor)
    {
        var numbers = new double[tensor.ElementCount];
        tensor.CopyNumbers(0, numbers);
        return numbers;
    }

    /// <exception cref="BadInputException">Outputs are of other shapes, or not finite.</exception>
    public void Add(RunResult own, RunResult other)
    {
        var ranked = false;
        foreach (var (name, expected) in other.Outputs.Where(output => output.Value is HostTensor))
        {
            if (own.Find(name) is not HostTensor actual)
            {
                continue;
            }

            var right = (HostTensor)expected;
            if (!actual.Dims.SequenceEqual(right.Dims))
            {
                throw new BadInputException($"{name}: {actual} from {model} and {right} from {reference}; they cannot be compared");
            }

            if (right.Strings is null && IsFloat(right))
            {
                AddCosines(name, actual, right);
            }

            if (!ranked && IsRanking(right))
            {
                ranked = true;
                Rank(actual, right);
            }
        }
    }

    /// <exception cref="BadInputException">There was nothing to compare.</exception>
    public OneShotScore Result(int sets, bool fromData) => _cosines.Count == 0
        ? throw new BadInputException($"{model} and {reference} have no floating-point output in common; there is nothing to compare")
        : new OneShotScore(
            new OutputSimilarity(sets, fromData, _cosines.Count, _cosines.Average(), _least, _worst),
            _ranked == 0 ? null : Wilson.Of(_same, _ranked));

    private static bool IsFloat(HostTensor tensor) =>
        tensor.ElementType is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16 or OnnxElementType.BFloat16;

    /// <summary>Scores of classes for each item, or labels.</summary>
    private static bool IsRanking(HostTensor tensor) => IsFloat(tensor) ? tensor.Dims is [_, > 1] : tensor.Dims.Count == 1 && tensor.ElementCount > 0;

    private void AddCosines(string name, HostTensor actual, HostTensor right)
    {
        var (a, b) = (Numbers(actual), Numbers(right));
        var items = right.Dims.Count < 2 ? 1 : (int)right.Dims[0];
        var length = items == 0 ? 0 : b.Length / items;
        for (var item = 0; item < items && length > 0; item++)
        {
            var cosine = Cosine(a.AsSpan(item * length, length), b.AsSpan(item * length, length));
            if (!double.IsFinite(cosine))
            {
                throw new BadInputException($"{name}: {model} or {reference} returns values that are not finite");
            }

            _cosines.Add(cosine);
            if (cosine < _least)
            {
                (_least, _worst) = (cosine, name);
            }
        }
    }

    /// <summary>Two vectors of nothing but zeros are alike; one of them beside another is not.</summary>
    private static double Cosine(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (normA, normB) = (TensorPrimitives.Norm(a), TensorPrimitives.Norm(b));
        return normA == 0 || normB == 0 ? normA == normB ? 1 : 0 : Math.Clamp(TensorPrimitives.Dot(a, b) / (normA * normB), -1, 1);
    }

    private void Rank(HostTensor actual, HostTensor right)
    {
        if (!IsFloat(right))
        {
            for (var i = 0L; i < right.ElementCount; i++)
            {
                _ranked++;
                _same += HostElements.Same(actual, i, right, i) ? 1 : 0;
            }

            return;
        }

        var (a, b) = (Numbers(actual), Numbers(right));
        var classes = (int)right.Dims[1];
        for (var start = 0; start < b.Length; start += classes)
        {
            _ranked++;
            _same += TensorPrimitives.IndexOfMax(a.AsSpan(start, classes)) == TensorPrimitives.IndexOfMax(b.AsSpan(start, classes)) ? 1 : 0;
        }
    }
}
