namespace InferBench.Models.Tensors;

/// <summary>A model's input or output as plain data on the host: a <see cref="HostTensor"/>, a <see cref="HostSequence"/> or a <see cref="HostMap"/>.</summary>
public abstract class HostValue
{
    private protected HostValue()
    {
    }

    /// <summary>What it is, such as <c>float32[1x10]</c> or <c>sequence of 2</c>.</summary>
    public abstract override string ToString();
}
