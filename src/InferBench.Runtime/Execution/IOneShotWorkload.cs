using InferBench.Core.Samples;

namespace InferBench.Runtime.Execution;

/// <summary>One forward pass of a model on the same inputs again and again. Not safe for concurrent use; the session must outlive it.</summary>
public interface IOneShotWorkload : IDisposable
{
    /// <summary>Whether inputs and outputs are bound to memory beforehand, so that an operation allocates nothing.</summary>
    public bool Bound { get; }

    /// <summary>Inputs that an output continues; empty for models without state.</summary>
    public IReadOnlyList<string> StateInputs { get; }

    /// <summary>One operation: inputs from the host, the pass, outputs readable on the host. Its end is the only token timestamp.</summary>
    /// <param name="trace">Room for at least one timestamp.</param>
    public void Run(OperationTrace trace);

    /// <summary>Puts states back to their first values.</summary>
    public void Rewind();

    /// <summary>What the latest operation returned, states included, as one number to compare operations by.</summary>
    public long OutputFingerprint();
}
