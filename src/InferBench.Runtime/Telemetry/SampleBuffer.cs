namespace InferBench.Runtime.Telemetry;

/// <summary>Samples in memory that is all there from the start. When it is full, every second one is given up and only every second new one is kept.</summary>
internal sealed class SampleBuffer
{
    private readonly long[] _ticks;
    private readonly long[] _costs;
    private readonly int?[] _throttle;
    private readonly double[] _values;
    private int _stride = 1;
    private int _offered;

    /// <param name="capacity">Samples to keep, at most; even.</param>
    public SampleBuffer(int capacity)
    {
        _ticks = new long[capacity];
        _costs = new long[capacity];
        _throttle = new int?[capacity];
        _values = new double[capacity * SampleRow.Quantities];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, Count);

    public ReadOnlySpan<long> Costs => _costs.AsSpan(0, Count);

    public ReadOnlySpan<int?> Throttle => _throttle.AsSpan(0, Count);

    public double Value(int sample, int quantity) => _values[(sample * SampleRow.Quantities) + quantity];

    /// <param name="ticks">When it was taken; later than the one before.</param>
    /// <param name="cost">How long that took, in ticks.</param>
    /// <param name="row">The readings.</param>
    /// <param name="always">Keep it whatever the stride: the last one closes the measured window.</param>
    public void Add(long ticks, long cost, SampleRow row, bool always = false)
    {
        if (_offered++ % _stride != 0 && !always)
        {
            return;
        }

        if (Count == _ticks.Length)
        {
            Thin();
        }

        (_ticks[Count], _costs[Count], _throttle[Count]) = (ticks, cost, row.Throttle);
        row.Values.CopyTo(_values.AsSpan(Count * SampleRow.Quantities));
        Count++;
    }

    private void Thin()
    {
        Count /= 2;
        for (var i = 1; i < Count; i++)
        {
            (_ticks[i], _costs[i], _throttle[i]) = (_ticks[2 * i], _costs[2 * i], _throttle[2 * i]);
            _values.AsSpan(2 * i * SampleRow.Quantities, SampleRow.Quantities).CopyTo(_values.AsSpan(i * SampleRow.Quantities));
        }

        _stride *= 2;
    }
}
