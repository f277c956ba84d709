using InferBench.Models.Onnx;
using InferBench.Models.Precision;
using InferBench.Models.Synthetic;

namespace InferBench.Models.Quantization;

/// <summary>Lookups of rows in a quantized table.</summary>
internal sealed class EmbeddingRewrite(ModelEdit edit, EmbeddingFormat format, ErrorBook errors)
{
    private const int BlockSize = 32;
    private readonly Dictionary<string, (string Integers, string Scales)> _tables = new(StringComparer.Ordinal);

    /// <summary>The stored table that a node looks rows up in; null when it is something else, or a table of angles.</summary>
    public ConstantMatrix? Table(NodeProto node)
    {
        if (!node.Is("Gather") || node.Int("axis", 0) != 0 || edit.Index.Constant(node.Input[1]) is not null
            || ConstantMatrix.Find(edit.Index, node.Input[0], out _) is not { Transposed: false } table)
        {
            return null;
        }

        var isFloat = (OnnxElementType)table.Tensor.DataType is OnnxElementType.Float or OnnxElementType.Float16;
        var isAngles = table.Name.Contains("cos", StringComparison.OrdinalIgnoreCase) || table.Name.Contains("sin", StringComparison.OrdinalIgnoreCase);
        return isFloat && !isAngles && (format != EmbeddingFormat.Int4 || table.Columns % BlockSize == 0) ? table : null;
    }

    public IEnumerable<NodeProto> Rewrite(NodeProto node, ConstantMatrix table)
    {
        var type = (OnnxElementType)table.Tensor.DataType == OnnxElementType.Float16 ? ActivationType.Fp16 : ActivationType.Fp32;
        if (!_tables.TryGetValue(table.Name, out var stored))
        {
            _tables.Add(table.Name, stored = Store(table, type));
        }

        var name = node.Label();
        if (format == EmbeddingFormat.Int4)
        {
            edit.RequireMicrosoftDomain();
            yield return Nodes.Microsoft(
                edit.Unique($"{name}/GatherBlockQuantized"), "GatherBlockQuantized", [stored.Integers, node.Input[1], stored.Scales], [node.Output[0]],
                Attributes.Int("gather_axis", 0), Attributes.Int("quantize_axis", 1), Attributes.Int("block_size", BlockSize), Attributes.Int("bits", 4));
            yield break;
        }

        string integers = edit.Unique($"{name}/integers"), floats = edit.Unique($"{name}/floats"), scales = edit.Unique($"{name}/scales");
        yield return Nodes.Create(edit.Unique($"{name}/Integers"), "Gather", [stored.Integers, node.Input[1]], [integers], Attributes.Int("axis", 0));
        yield return Nodes.Create(edit.Unique($"{name}/Scales"), "Gather", [stored.Scales, node.Input[1]], [scales], Attributes.Int("axis", 0));
        yield return Nodes.Create(edit.Unique($"{name}/Cast"), "Cast", [integers], [floats], Attributes.Int("to", (long)type.ElementType()));
        yield return Nodes.Create(edit.Unique($"{name}/Mul"), "Mul", [floats, scales], [node.Output[0]]);
    }

    private (string Integers, string Scales) Store(ConstantMatrix table, ActivationType type)
    {
        if (format == EmbeddingFormat.Int4)
        {
            var values = new StoredMatrix(edit.Source, table.Tensor, table.Rows, table.Columns, outputsFirst: true);
            var blocks = new BlockFormat(4, BlockSize, type, new SymmetricFit(4, type));
            var matrix = new BlockMatrix(values, blocks, errors.Open(table.Name, table.Rows));
            return (
                edit.Weight($"{table.Name}.rows.int4", OnnxElementType.UInt8, matrix.Integers, table.Rows, matrix.Integers.RowBytes),
                edit.Weight($"{table.Name}.rows.scales", type.ElementType(), matrix.Scales, table.Rows, matrix.Blocks));
        }

        // Each row is a channel here, and stays a row.
        var rows = new StoredMatrix(edit.Source, table.Tensor, table.Rows, table.Columns, outputsFirst: true);
        var scales = new ChannelScales(rows, type);
        return (
            edit.Weight($"{table.Name}.rows.int8", OnnxElementType.Int8, new RowContent(rows, scales), table.Rows, table.Columns),
            edit.Weight($"{table.Name}.rows.scales", type.ElementType(), new ChannelScaleContent(rows, scales, type), table.Rows, 1));
    }
}
