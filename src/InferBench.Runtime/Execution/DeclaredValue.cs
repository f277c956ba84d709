namespace InferBench.Runtime.Execution;

/// <summary>An input or output of a model.</summary>
public sealed record DeclaredValue(string Name, ValueType Type)
{
    public override string ToString() => $"{Name}: {Type}";
}
