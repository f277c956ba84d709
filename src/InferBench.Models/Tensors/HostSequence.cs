using System.Globalization;

namespace InferBench.Models.Tensors;

/// <summary>A sequence of tensors or of maps, as classifiers of ai.onnx.ml return one map for each row.</summary>
public sealed class HostSequence(IReadOnlyList<HostValue> items) : HostValue
{
    public IReadOnlyList<HostValue> Items { get; } = items;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"sequence of {Items.Count}");
}
