using InferBench.Models.Synthetic;

namespace InferBench.Models.Precision;

/// <summary>
/// A matrix in blocks, as MatMulNBits takes it. The integers are made first; the scales and zero points that come up on the way are kept until
/// they have been written too, so every weight is read and fitted once.
/// </summary>
internal sealed class BlockMatrix
{
    private readonly BlockFormat _format;
    private readonly IMatrixValues _values;
    private readonly IErrorLedger? _errors;
    private float[]? _scales;
    private byte[]? _zeroPoints;

    public BlockMatrix(IMatrixValues values, BlockFormat format, IErrorLedger? errors = null)
    {
        (_values, _format, _errors) = (values, format, errors);
        Blocks = format.Blocks(values.Inputs);
        Integers = new IntegerContent(this);
        Scales = new ScaleContent(this);
        ZeroPoints = format.Fit.HasZeroPoints ? new ZeroPointContent(this) : null;
    }

    /// <summary>Blocks of one output.</summary>
    public int Blocks { get; }

    /// <summary>[N, blocks, bytes of a block].</summary>
    public ITensorContent Integers { get; }

    /// <summary>[N × blocks]; to be made after the integers.</summary>
    public ITensorContent Scales { get; }

    /// <summary>[N × bytes of the packed zero points of one output]; null when all are the middle. To be made last.</summary>
    public ITensorContent? ZeroPoints { get; }

    private void Quantize(int first, Span<byte> destination)
    {
        LazyInitializer.EnsureInitialized(ref _scales, () => new float[(long)_values.Outputs * Blocks]);
        LazyInitializer.EnsureInitialized(ref _zeroPoints, () => new byte[ZeroPoints is null ? 0 : (long)_values.Outputs * Blocks]);
        var rows = destination.Length / Integers.RowBytes;
        using var scratch = new Scratch(rows * _values.Inputs);
        _values.ReadOutputs(first, scratch.Floats);
        Span<byte> integers = stackalloc byte[_format.BlockSize];
        for (var row = 0; row < rows; row++)
        {
            var weights = scratch.Floats.Slice(row * _values.Inputs, _values.Inputs);
            var at = (long)(first + row) * Blocks;
            for (var b = 0; b < Blocks; b++)
            {
                var block = weights[(b * _format.BlockSize)..Math.Min((b + 1) * _format.BlockSize, weights.Length)];
                var (scale, zeroPoint) = _format.Fit.Fit(block, integers);
                BlockQuantizer.Pack(integers, _format.Bits, destination.Slice((row * Integers.RowBytes) + (b * _format.BlockBytes), _format.BlockBytes));
                _scales![at + b] = scale;
                if (ZeroPoints is not null)
                {
                    _zeroPoints![at + b] = (byte)zeroPoint;
                }

                _errors?.Add(first + row, block, integers, scale, zeroPoint);
            }
        }
    }

    private sealed class IntegerContent(BlockMatrix matrix) : ITensorContent, IDisposable
    {
        public int Rows => matrix._values.Outputs;

        public int RowBytes => matrix.Blocks * matrix._format.BlockBytes;

        public void Fill(int firstRow, Span<byte> destination) => matrix.Quantize(firstRow, destination);

        public void Dispose() => (matrix._values as IDisposable)?.Dispose();
    }

    private sealed class ScaleContent(BlockMatrix matrix) : ITensorContent, IDisposable
    {
        public int Rows => matrix._values.Outputs;

        public int RowBytes => matrix.Blocks * matrix._format.Scales.Bytes();

        public void Fill(int firstRow, Span<byte> destination) =>
            matrix._format.Scales.Write(matrix._scales.AsSpan(firstRow * matrix.Blocks, destination.Length / matrix._format.Scales.Bytes()), destination);

        public void Dispose() => matrix._scales = null;
    }

    private sealed class ZeroPointContent(BlockMatrix matrix) : ITensorContent, IDisposable
    {
        public int Rows => matrix._values.Outputs;

        public int RowBytes => ((matrix.Blocks * matrix._format.Bits) + 7) / 8;

        public void Fill(int firstRow, Span<byte> destination)
        {
            // A row of its own for each output; with an odd number of blocks the last half byte is empty.
            Span<byte> row = new byte[RowBytes * 8 / matrix._format.Bits];
            for (; !destination.IsEmpty; firstRow++, destination = destination[RowBytes..])
            {
                matrix._zeroPoints.AsSpan(firstRow * matrix.Blocks, matrix.Blocks).CopyTo(row);
                BlockQuantizer.Pack(row, matrix._format.Bits, destination[..RowBytes]);
            }
        }

        public void Dispose() => matrix._zeroPoints = null;
    }
}
