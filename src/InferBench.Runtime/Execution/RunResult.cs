using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>What a model returned, as plain data.</summary>
/// <param name="Outputs">Values by output name, in the order of the graph.</param>
public sealed record RunResult(IReadOnlyList<KeyValuePair<string, HostValue>> Outputs)
{
    /// <summary>The output of that name; null where there is none.</summary>
    public HostValue? Find(string name) => Outputs.FirstOrDefault(o => o.Key == name).Value;
}
