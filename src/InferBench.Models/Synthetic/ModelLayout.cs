namespace InferBench.Models.Synthetic;

/// <summary>How a decoder's graph is written: the names it exposes and the operators it uses.</summary>
public enum ModelLayout
{
    /// <summary>
    /// The form of ONNX Runtime GenAI's model builder: GroupQueryAttention with rotary positions inside, caches that past and present may share,
    /// logits of the last position only, no <c>position_ids</c>.
    /// </summary>
    GenAi,

    /// <summary>The form of Hugging Face Optimum: operators of ai.onnx alone, caches that grow by Concat, logits of every position.</summary>
    Optimum,
}
