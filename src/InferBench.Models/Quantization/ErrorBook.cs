using InferBench.Models.Precision;

namespace InferBench.Models.Quantization;

/// <summary>Keeps, where asked to, how far each tensor is from its source.</summary>
internal sealed class ErrorBook(bool measure)
{
    private readonly List<Page> _pages = [];

    /// <summary>A ledger for one tensor; null when nobody asked.</summary>
    public IErrorLedger? Open(string name, int outputs)
    {
        if (!measure)
        {
            return null;
        }

        var page = new Page(name, outputs);
        _pages.Add(page);
        return page;
    }

    public IReadOnlyList<TensorError> Read() => [.. _pages.Select(p => p.Total())];

    // Sums are kept for each output and added in order, so that the report does not depend on the number of threads.
    private sealed class Page(string name, int outputs) : IErrorLedger
    {
        private readonly (double Largest, double Sum, double Squares, long Count)[] _rows = new (double, double, double, long)[outputs];

        public void Add(int output, ReadOnlySpan<float> block, ReadOnlySpan<byte> integers, float scale, int zeroPoint)
        {
            var (largest, sum, squares, count) = _rows[output];
            for (var i = 0; i < block.Length; i++)
            {
                var error = Math.Abs(block[i] - ((integers[i] - zeroPoint) * (double)scale));
                largest = Math.Max(largest, error);
                sum += error;
                squares += error * error;
            }

            _rows[output] = (largest, sum, squares, count + block.Length);
        }

        public TensorError Total()
        {
            var count = _rows.Sum(r => r.Count);
            return new TensorError(name, _rows.Max(r => r.Largest), _rows.Sum(r => r.Sum) / count, Math.Sqrt(_rows.Sum(r => r.Squares) / count));
        }
    }
}
