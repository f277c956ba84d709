using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Replaces the projections and lookups of a model by quantized ones, graph by graph; all other nodes stay as they are.</summary>
internal sealed class WeightQuantizer(ModelEdit edit, QuantizationOptions options, ErrorBook errors)
{
    private readonly SortedDictionary<string, int> _left = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excludedButNotSeen = [.. options.Exclude];
    private int _quantized;
    private int _candidates;
    private int _embeddings;

    public WeightChanges Apply()
    {
        var rewrite = Rewrite();
        var embeddings = options.Embeddings == EmbeddingFormat.Keep ? null : new EmbeddingRewrite(edit, options.Embeddings, errors);
        var heads = HeadFinder.Find(edit.Model.Graph, edit.Index);
        foreach (var graph in edit.Index.Graphs)
        {
            rewrite.EnterGraph();
            var nodes = graph.Node.ToList();
            graph.Node.Clear();
            graph.Node.Add(nodes.SelectMany(node => Replace(node, rewrite, embeddings, heads)));
        }

        if (_excludedButNotSeen.Count > 0)
        {
            throw new QuantizationException($"{edit.File}: --exclude: there is no node or weight named {string.Join(", ", _excludedButNotSeen.Order(StringComparer.Ordinal))}");
        }

        return new WeightChanges(_quantized, _candidates, _embeddings, _left);
    }

    private IEnumerable<NodeProto> Replace(NodeProto node, IProjectionRewrite rewrite, EmbeddingRewrite? embeddings, IReadOnlySet<NodeProto> heads)
    {
        if (embeddings?.Table(node) is { } table && !IsExcluded(node, table.Name))
        {
            _embeddings++;
            return embeddings.Rewrite(node, table);
        }

        if (!node.Is("MatMul") && !node.Is("Gemm"))
        {
            return [node];
        }

        _candidates++;
        var projection = Projection.Of(node, edit.Index, out var reason);
        if (projection is not null)
        {
            reason = IsExcluded(node, projection.Weight.Name) ? "excluded" : options.KeepHead && heads.Contains(node) ? "the head" : rewrite.Refuses(projection);
        }

        if (projection is null || reason is not null)
        {
            _left[reason!] = _left.GetValueOrDefault(reason!) + 1;
            return [node];
        }

        _quantized++;
        return rewrite.Rewrite(projection);
    }

    private bool IsExcluded(NodeProto node, string weight)
    {
        _excludedButNotSeen.Remove(node.Name);
        _excludedButNotSeen.Remove(weight);
        return options.Exclude.Contains(node.Name) || options.Exclude.Contains(weight);
    }

    private IProjectionRewrite Rewrite() => options.Scheme.Method switch
    {
        QuantizationMethod.DynamicChannel => new DynamicRewrite(edit, new ChannelWeights(edit)),
        QuantizationMethod.DequantizedChannel => new DequantizedRewrite(edit, new ChannelWeights(edit)),
        _ => new BlockRewrite(edit, options, errors),
    };
}
