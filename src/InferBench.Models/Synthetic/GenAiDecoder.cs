using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>The decoder as ONNX Runtime GenAI's model builder writes it, on fused operators.</summary>
internal sealed class GenAiDecoder(DecoderParts parts)
{
    private const string Contrib = "com.microsoft";
    private readonly GraphBuilder _graph = parts.Graph;
    private readonly LlamaShape _shape = parts.Shape;

    public void Build()
    {
        _graph.Input("input_ids", OnnxElementType.Int64, "batch_size", "sequence_length");
        _graph.Input("attention_mask", OnnxElementType.Int64, "batch_size", "total_sequence_length");
        _graph.Output("logits", parts.Float, "batch_size", "1", DecoderParts.Text(_shape.Vocab));
        parts.CacheInputs("total_sequence_length");

        var (lengths, total) = Lengths();
        var cos = parts.Rotary("cos_cache", sines: false);
        var sin = parts.Rotary("sin_cache", sines: true);

        var residual = parts.Embed();
        var normed = _graph.Node(
            "/model/layers.0/input_layernorm/LayerNorm", "SimplifiedLayerNormalization", [residual, parts.Norm(parts.Weights.InputNorm(0))],
            Attributes.Int("axis", -1), Attributes.Float("epsilon", DecoderParts.NormEpsilon), Attributes.Int("stash_type", 1));
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            var attention = Attention(layer, normed, [lengths, total, cos, sin]);
            (normed, residual) = SkipNorm(
                DecoderParts.Layer(layer, "post_attention_layernorm/SkipLayerNorm"), residual, attention, parts.Weights.PostAttentionNorm(layer), last: false);

            var feedForward = parts.FeedForward(layer, normed);
            var isLast = layer == _shape.Layers - 1;
            (normed, residual) = isLast
                ? SkipNorm("/model/norm/SkipLayerNorm", residual, feedForward, parts.Weights.FinalNorm, last: true)
                : SkipNorm(DecoderParts.Layer(layer + 1, "input_layernorm/SkipLayerNorm"), residual, feedForward, parts.Weights.InputNorm(layer + 1), last: false);
        }

        // Only the last position is scored: the head over a whole prompt would be most of a prefill's work, for nothing.
        parts.Head(_graph.Node("/model/last_position/Gather", "Gather", [normed, _graph.Constant(-1)], Attributes.Int("axis", 1)));
    }

    /// <summary>From the attention mask: tokens before the last one of each sequence [batch], and the longest length of all.</summary>
    private (string Lengths, string Total) Lengths()
    {
        const string path = "/model/attn_mask_reformat";
        var toInt32 = Attributes.Int("to", (long)OnnxElementType.Int32);
        var sum = _graph.Node($"{path}/ReduceSum", "ReduceSum", ["attention_mask", _graph.Constant(1)], Attributes.Int("keepdims", 0));
        var before = _graph.Node($"{path}/Sub", "Sub", [sum, _graph.Scalar(1)]);
        var lengths = _graph.Node($"{path}/Sub/Cast", "Cast", [before], toInt32);

        var shape = _graph.Node($"{path}/Shape", "Shape", ["attention_mask"]);
        var total = _graph.Node($"{path}/Gather", "Gather", [shape, _graph.Scalar(1)], Attributes.Int("axis", 0));
        return (lengths, _graph.Node($"{path}/Gather/Cast", "Cast", [total], toInt32));
    }

    private string Attention(int layer, string input, string[] shared)
    {
        var query = parts.MatMul(DecoderParts.Layer(layer, "attn/q_proj"), input, parts.Weights.Query(layer));
        var key = parts.MatMul(DecoderParts.Layer(layer, "attn/k_proj"), input, parts.Weights.Key(layer));
        var value = parts.MatMul(DecoderParts.Layer(layer, "attn/v_proj"), input, parts.Weights.Value(layer));
        var name = DecoderParts.Layer(layer, "attn/GroupQueryAttention");
        var output = _graph.Node(
            name, "GroupQueryAttention", Contrib,
            [query, key, value, DecoderParts.Past(layer, "key"), DecoderParts.Past(layer, "value"), .. shared],
            [$"{name}/output_0", DecoderParts.Present(layer, "key"), DecoderParts.Present(layer, "value")],
            Attributes.Int("num_heads", _shape.Heads), Attributes.Int("kv_num_heads", _shape.KvHeads),
            Attributes.Float("scale", (float)(1 / Math.Sqrt(_shape.HeadDim))), Attributes.Int("do_rotary", 1), Attributes.Int("rotary_interleaved", 0),
            Attributes.Int("local_window_size", -1))[0];
        return parts.MatMul(DecoderParts.Layer(layer, "attn/o_proj"), output, parts.Weights.AttentionOutput(layer));
    }

    private (string Normed, string Sum) SkipNorm(string name, string residual, string added, WeightMatrix norm, bool last)
    {
        var outputs = _graph.Node(
            name, "SkipSimplifiedLayerNormalization", Contrib, [residual, added, parts.Norm(norm)],
            last ? [$"{name}/output_0"] : [$"{name}/output_0", "", "", $"{name}/output_3"],
            Attributes.Float("epsilon", DecoderParts.NormEpsilon));
        return (outputs[0], outputs[^1]);
    }
}
