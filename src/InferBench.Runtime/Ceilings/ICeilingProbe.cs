using InferBench.Core.Ceilings;

namespace InferBench.Runtime.Ceilings;

/// <summary>One thing that the machine is asked to do as fast as it can, ready to run.</summary>
internal interface ICeilingProbe : IDisposable
{
    public CeilingKind Kind { get; }

    /// <summary>Weight format; null where there are no weights.</summary>
    public string? Precision { get; }

    /// <summary>How it is measured, in one line.</summary>
    public string Method { get; }

    public long BytesPerPass { get; }

    /// <summary>Null where bytes count.</summary>
    public double? OperationsPerPass { get; }

    /// <summary>Does it once, on all threads, and returns the seconds that it took.</summary>
    public double Pass();
}
