using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Weights;

/// <summary>Tells a model's weights from its constants by looking at who uses them.</summary>
internal sealed class WeightCensus
{
    private const int LongestChain = 8;

    private readonly Dictionary<string, List<(OnnxNode Node, int Input)>> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _activationScales = new(StringComparer.Ordinal);

    private WeightCensus(IEnumerable<OnnxNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is { OpType: "DynamicQuantizeLinear", Outputs.Count: > 1 })
            {
                _activationScales.Add(node.Outputs[1]);
            }

            for (var i = 0; i < node.Inputs.Count; i++)
            {
                if (!_uses.TryGetValue(node.Inputs[i], out var uses))
                {
                    _uses.Add(node.Inputs[i], uses = []);
                }

                uses.Add((node, i));
            }
        }
    }

    /// <summary>Every stored tensor of the model; the value of a Constant operator is known by its output's name.</summary>
    public static IReadOnlyList<StoredWeight> Of(OnnxModel model)
    {
        var graphs = model.Graph.SelfAndSubgraphs().ToList();
        List<OnnxNode> nodes = [.. graphs.SelectMany(g => g.Nodes), .. model.Functions.SelectMany(f => f.Nodes)];
        var census = new WeightCensus(nodes);
        var constants = nodes.Where(n => n is { OpType: "Constant", Outputs.Count: > 0 })
            .Select(n => (Name: n.Outputs[0], n.Attribute("value")?.Tensor))
            .Where(c => c.Tensor is not null)
            .Select(c => c.Tensor! with { Name = c.Name });
        return [.. graphs.SelectMany(g => g.Initializers).Concat(constants).Select(census.Classify)];
    }

    private StoredWeight Classify(OnnxTensor tensor)
    {
        var uses = _uses.GetValueOrDefault(tensor.Name) ?? [];
        var packed = uses.Select(u => u.Node).FirstOrDefault(n => n.OpType is "MatMulNBits" or "MatMulBnb4" && n.Inputs.Count > 1 && n.Inputs[1] == tensor.Name);
        return new StoredWeight(
            tensor, Role(tensor, uses), Elements(tensor, packed, uses), Format(tensor, packed), IsMultiplied(tensor.Name, LongestChain),
            uses.Count > 0 && uses.All(u => OperatorRoles.IsLookup(u.Node.OpType, u.Input)));
    }

    private WeightRole Role(OnnxTensor tensor, List<(OnnxNode Node, int Input)> uses)
    {
        if (uses.Count > 0 && uses.All(u => OperatorRoles.IsQuantizationAid(u.Node.OpType, u.Input) || ScalesIntegers(u.Node)))
        {
            return WeightRole.QuantizationAid;
        }

        var isTable = uses.Any(u => OperatorRoles.IsRotaryTable(u.Node, u.Input))
            || tensor.Name.Contains("cos_cache", StringComparison.Ordinal) || tensor.Name.Contains("sin_cache", StringComparison.Ordinal);
        var isNumber = tensor.ElementType switch
        {
            // Integers are indices and shapes, but for the biases of quantized convolutions.
            OnnxElementType.Int32 => uses.Any(u => u.Node.OpType is "DequantizeLinear" or "QLinearConv" or "QGemm"),
            OnnxElementType.Int64 or OnnxElementType.UInt64 or OnnxElementType.UInt32 or OnnxElementType.Int16 or OnnxElementType.UInt16
                or OnnxElementType.Bool or OnnxElementType.String => false,
            _ => tensor.ElementCount > 1,
        };
        return isNumber && !isTable ? WeightRole.Parameter : WeightRole.Constant;
    }

    // The weights' scale meets the activations' before both meet the integer product.
    private bool ScalesIntegers(OnnxNode node) => node.OpType == "Mul" && node.Inputs.Any(_activationScales.Contains);

    private bool IsMultiplied(string name, int hops) =>
        hops > 0 && _uses.TryGetValue(name, out var uses) && uses.Any(u =>
            OperatorRoles.IsMatMul(u.Node.OpType, u.Input)
            || (u.Input == 0 && OperatorRoles.PassesOn(u.Node.OpType) && u.Node.Outputs.Count > 0 && IsMultiplied(u.Node.Outputs[0], hops - 1)));

    private static long Elements(OnnxTensor tensor, OnnxNode? packed, List<(OnnxNode Node, int Input)> uses)
    {
        // What the attributes claim counts only as far as the bytes can hold it.
        if (packed?.Attribute("K")?.Int is { } k and > 0 && packed.Attribute("N")?.Int is { } n and > 0)
        {
            return (long)Int128.Min((Int128)k * n, (Int128)tensor.ByteLength * 8 / Bits(packed));
        }

        var lookup = uses.Select(u => u.Node).FirstOrDefault(node => node.OpType == "GatherBlockQuantized" && node.Inputs[0] == tensor.Name);
        return lookup is not null && tensor.ElementType == OnnxElementType.UInt8 ? tensor.ByteLength * 8 / Bits(lookup) : tensor.ElementCount;
    }

    private static string Format(OnnxTensor tensor, OnnxNode? packed) =>
        packed is not null ? string.Create(CultureInfo.InvariantCulture, $"int{Bits(packed)}") : tensor.ElementType.ShortName();

    private static long Bits(OnnxNode node) => node.Attribute("bits")?.Int is { } bits and (1 or 2 or 4 or 8) ? bits : 4;
}
