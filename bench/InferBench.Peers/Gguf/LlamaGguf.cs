using System.Globalization;
using InferBench.Models.Synthetic;

namespace InferBench.Peers.Gguf;

/// <summary>
/// A synthetic decoder as a GGUF file of llama.cpp's architecture "llama": the numbers of the ONNX model of the same shape and seed. It has no
/// tokenizer, as ids are fed.
/// </summary>
internal static class LlamaGguf
{
    /// <summary>Counts up whenever the same model would give other bytes; part of the names of files that are kept.</summary>
    public const int Version = 1;

    private const float NormEpsilon = 1e-5f;

    /// <summary>Writes the file, or leaves the one that is there; it appears only when all of it is written.</summary>
    /// <param name="shape">Dimensions.</param>
    /// <param name="seed">Seed of the weights.</param>
    /// <param name="type">Of every matrix; norms are floats always, as llama.cpp has them.</param>
    /// <param name="path">The file.</param>
    /// <param name="rounded">Writes floats that were rounded to this type first; null for the numbers themselves.</param>
    public static void Write(LlamaShape shape, ulong seed, GgufType type, string path, GgufType? rounded = null)
    {
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.part";
        using (var file = File.Create(unfinished))
        {
            Of(shape, new LlamaWeights(shape, seed), type, rounded).Write(file);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static GgufWriter Of(LlamaShape shape, LlamaWeights weights, GgufType type, GgufType? rounded)
    {
        var gguf = new GgufWriter();
        gguf.Add("general.architecture", "llama");
        gguf.Add("general.name", "synthetic");
        gguf.Add("general.quantization_version", 2);
        gguf.Add("llama.context_length", shape.Context);
        gguf.Add("llama.embedding_length", shape.Hidden);
        gguf.Add("llama.block_count", shape.Layers);
        gguf.Add("llama.feed_forward_length", shape.Ffn);
        gguf.Add("llama.attention.head_count", shape.Heads);
        gguf.Add("llama.attention.head_count_kv", shape.KvHeads);
        gguf.Add("llama.attention.key_length", shape.HeadDim);
        gguf.Add("llama.attention.value_length", shape.HeadDim);
        gguf.Add("llama.attention.layer_norm_rms_epsilon", NormEpsilon);
        gguf.Add("llama.rope.dimension_count", shape.HeadDim);
        gguf.Add("llama.rope.freq_base", (float)shape.RopeTheta);
        gguf.Add("llama.vocab_size", shape.Vocab);
        gguf.Add("tokenizer.ggml.model", "no_vocab");

        gguf.Add(Matrix("token_embd.weight", weights.Embedding));
        gguf.Add(Vector("output_norm.weight", weights.FinalNorm));
        if (!shape.Tied)
        {
            gguf.Add(Matrix("output.weight", weights.Head));
        }

        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"blk.{layer}.");
            gguf.Add(Vector($"{name}attn_norm.weight", weights.InputNorm(layer)));
            gguf.Add(Matrix($"{name}attn_q.weight", weights.Query(layer), shape.HeadDim));
            gguf.Add(Matrix($"{name}attn_k.weight", weights.Key(layer), shape.HeadDim));
            gguf.Add(Matrix($"{name}attn_v.weight", weights.Value(layer)));
            gguf.Add(Matrix($"{name}attn_output.weight", weights.AttentionOutput(layer)));
            gguf.Add(Vector($"{name}ffn_norm.weight", weights.PostAttentionNorm(layer)));
            gguf.Add(Matrix($"{name}ffn_gate.weight", weights.Gate(layer)));
            gguf.Add(Matrix($"{name}ffn_up.weight", weights.Up(layer)));
            gguf.Add(Matrix($"{name}ffn_down.weight", weights.Down(layer)));
        }

        return gguf;

        GgufTensor Matrix(string name, WeightMatrix matrix, int? headDim = null) => new(name, type, matrix.Inputs, matrix.Outputs, (row, numbers) =>
        {
            matrix.ReadOutputs(headDim is { } width ? Interleaved(row, width) : row, numbers);
            if (rounded is { } coarse)
            {
                var bytes = new byte[GgufBlocks.RowBytes(coarse, numbers.Length)];
                GgufBlocks.Write(coarse, numbers, bytes);
                GgufBlocks.Read(coarse, bytes, numbers);
            }
        });

        GgufTensor Vector(string name, WeightMatrix norm) => new(name, GgufType.F32, norm.Inputs, null, (_, numbers) => norm.ReadOutputs(0, numbers));
    }

    /// <summary>
    /// Which of our rows is llama.cpp's: it turns neighbouring dimensions of a head together, where ours turns those that are half a head apart
    /// (convert_hf_to_gguf.py, <c>LlamaModel.permute</c>).
    /// </summary>
    internal static int Interleaved(int row, int headDim)
    {
        var (head, dim) = Math.DivRem(row, headDim);
        return (head * headDim) + (dim / 2) + (dim % 2 * (headDim / 2));
    }
}
