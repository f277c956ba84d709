using InferBench.Models.Onnx;

namespace InferBench.Models.Synthetic;

/// <summary>The decoder with Hugging Face Optimum's names, on operators of ai.onnx alone.</summary>
internal sealed class OptimumDecoder(DecoderParts parts)
{
    private readonly GraphBuilder _graph = parts.Graph;
    private readonly LlamaShape _shape = parts.Shape;

    public void Build()
    {
        _graph.Input("input_ids", OnnxElementType.Int64, "batch_size", "sequence_length");
        _graph.Input("attention_mask", OnnxElementType.Int64, "batch_size", "total_sequence_length");
        _graph.Input("position_ids", OnnxElementType.Int64, "batch_size", "sequence_length");
        _graph.Output("logits", parts.Float, "batch_size", "sequence_length", DecoderParts.Text(_shape.Vocab));
        parts.CacheInputs("total_sequence_length");

        var attention = new PlainAttention(parts);
        var norm = new PlainNorm(parts);
        var residual = parts.Embed();
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            var normed = norm.Add(DecoderParts.Layer(layer, "input_layernorm"), residual, parts.Weights.InputNorm(layer));
            residual = _graph.Node(DecoderParts.Layer(layer, "Add"), "Add", [residual, attention.Add(layer, normed)]);

            normed = norm.Add(DecoderParts.Layer(layer, "post_attention_layernorm"), residual, parts.Weights.PostAttentionNorm(layer));
            residual = _graph.Node(DecoderParts.Layer(layer, "Add_1"), "Add", [residual, parts.FeedForward(layer, normed)]);
        }

        parts.Head(norm.Add("/model/norm", residual, parts.Weights.FinalNorm));
    }
}
