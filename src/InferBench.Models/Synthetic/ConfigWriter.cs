using System.Text;
using System.Text.Json;
using InferBench.Models.Precision;
using InferBench.Models.Tensors;

namespace InferBench.Models.Synthetic;

/// <summary>Writes the configuration files that runtimes expect beside a model; the bytes depend on the spec alone.</summary>
internal static class ConfigWriter
{
    private const int BosToken = 1;
    private const int EosToken = 2;

    /// <summary>Hugging Face's <c>config.json</c>.</summary>
    public static string HuggingFace(SyntheticModelSpec spec) => Json(json =>
    {
        var shape = spec.Shape;
        json.WriteStartArray("architectures");
        json.WriteStringValue("LlamaForCausalLM");
        json.WriteEndArray();
        json.WriteString("model_type", "llama");
        json.WriteNumber("hidden_size", shape.Hidden);
        json.WriteNumber("intermediate_size", shape.Ffn);
        json.WriteNumber("num_hidden_layers", shape.Layers);
        json.WriteNumber("num_attention_heads", shape.Heads);
        json.WriteNumber("num_key_value_heads", shape.KvHeads);
        json.WriteNumber("head_dim", shape.HeadDim);
        json.WriteNumber("vocab_size", shape.Vocab);
        json.WriteNumber("max_position_embeddings", shape.Context);
        json.WriteNumber("rms_norm_eps", 0.00001m);
        json.WriteNumber("rope_theta", (decimal)shape.RopeTheta);
        json.WriteString("hidden_act", "silu");
        json.WriteNumber("bos_token_id", BosToken);
        json.WriteNumber("eos_token_id", EosToken);
        json.WriteBoolean("tie_word_embeddings", shape.Tied);
        json.WriteString("torch_dtype", spec.Precision.Activations.ElementType().Name());
        json.WriteBoolean("use_cache", true);
    });

    /// <summary>ONNX Runtime GenAI's <c>genai_config.json</c>.</summary>
    public static string GenAi(SyntheticModelSpec spec) => Json(json =>
    {
        json.WriteStartObject("model");
        json.WriteNumber("bos_token_id", BosToken);
        json.WriteNumber("eos_token_id", EosToken);
        json.WriteNumber("pad_token_id", EosToken);
        json.WriteNumber("context_length", spec.Shape.Context);
        json.WriteString("type", "llama");
        json.WriteNumber("vocab_size", spec.Shape.Vocab);
        Decoder(json, spec.Shape);
        json.WriteEndObject();

        json.WriteStartObject("search");
        json.WriteBoolean("do_sample", false);
        json.WriteNumber("max_length", spec.Shape.Context);
        json.WriteNumber("min_length", 0);
        json.WriteNumber("num_beams", 1);
        json.WriteNumber("num_return_sequences", 1);
        json.WriteBoolean("past_present_share_buffer", true);
        json.WriteNumber("repetition_penalty", 1);
        json.WriteNumber("temperature", 1);
        json.WriteNumber("top_k", 1);
        json.WriteNumber("top_p", 1);
        json.WriteEndObject();
    });

    private static void Decoder(Utf8JsonWriter json, LlamaShape shape)
    {
        json.WriteStartObject("decoder");
        json.WriteStartObject("session_options");
        json.WriteStartArray("provider_options");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("filename", DecoderPlan.ModelFile);
        json.WriteNumber("head_size", shape.HeadDim);
        json.WriteNumber("hidden_size", shape.Hidden);
        json.WriteNumber("num_attention_heads", shape.Heads);
        json.WriteNumber("num_hidden_layers", shape.Layers);
        json.WriteNumber("num_key_value_heads", shape.KvHeads);
        json.WriteStartObject("inputs");
        json.WriteString("input_ids", "input_ids");
        json.WriteString("attention_mask", "attention_mask");
        json.WriteString("past_key_names", "past_key_values.%d.key");
        json.WriteString("past_value_names", "past_key_values.%d.value");
        json.WriteEndObject();
        json.WriteStartObject("outputs");
        json.WriteString("logits", "logits");
        json.WriteString("present_key_names", "present.%d.key");
        json.WriteString("present_value_names", "present.%d.value");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
