using System.Globalization;
using System.Text.RegularExpressions;
using InferBench.Core.Errors;

namespace InferBench.Economics.Memory;

/// <summary>How many bits a weight really takes in a file, scales and zero points counted in.</summary>
/// <param name="Name">Full name of the format.</param>
/// <param name="MatrixBits">A weight of a matrix.</param>
/// <param name="ExpertBits">A weight of an expert that a router chooses.</param>
/// <param name="HeadBits">A weight of the output head.</param>
/// <param name="TableBits">A weight of the embedding table or of a norm.</param>
/// <param name="CopiesTiedHead">True where a tied head is stored once more in the head's format, because the table keeps another one.</param>
/// <param name="Basis">Where the figures come from, in words.</param>
public sealed partial record WeightStorage(
    string Name, double MatrixBits, double ExpertBits, double HeadBits, double TableBits, bool CopiesTiedHead, string Basis)
{
    private const string Plain = "every weight alike";
    private const string Gguf = "mean over a whole file, github:ggml-org/llama.cpp tools/quantize/README.md and tools/perplexity/README.md, 2025";
    private const string Dense8 = "8 bits in matrices; embedding table and head at 16 bits, as FP8 checkpoints are published (assumed)";

    /// <summary>Names that are accepted, for messages.</summary>
    public const string Names =
        "fp32, fp16, bf16, fp8, nvfp4, mxfp4, int8, int4, int4-rtn-bN-sym, int4-hqq-bN-asym and int8-rtn-bN-sym (N 16, 32, 64, 128; each also with -a16 or -abf16), q4_0, q4_k_m, q5_k_m, q6_k, q8_0";

    /// <exception cref="BadInputException">The format is not known; the message lists those that are.</exception>
    public static WeightStorage Named(string name) => name.ToLowerInvariant() switch
    {
        "fp32" => Even("fp32", 32, Plain),
        "fp16" => Even("fp16", 16, Plain),
        "bf16" => Even("bf16", 16, Plain),
        "fp8" => new("fp8", 8, 8, 16, 16, false, Dense8),
        "nvfp4" => new("nvfp4", 4.5, 4.5, 16, 16, false, "4-bit values and an FP8 scale for each 16; embedding table and head at 16 bits (assumed)"),
        "mxfp4" => new("mxfp4", 16, 4.25, 16, 16, false, "4-bit values and an 8-bit scale for each 32 in the experts, 16 bits elsewhere, as gpt-oss is published; a dense model has none"),
        "q4_0" => Even("q4_0", 4.6, Gguf),
        "q4_k_m" => Even("q4_k_m", 4.89, Gguf),
        "q5_k_m" => Even("q5_k_m", 5.7, Gguf),
        "q6_k" => Even("q6_k", 6.6, Gguf),
        "q8_0" => Even("q8_0", 8.5, Gguf),
        "int8" or "int8-dyn-chan" => new("int8-dyn-chan", 8, 8, 8, 32, true, "as `inferbench models quantize` writes it: the scale of each channel not counted, embedding table in fp32"),
        "int4" => Named("int4-rtn-b32-sym"),
        "int4-a16" => Named("int4-rtn-b32-sym-a16"),
        "int8-a16" => Named("int8-rtn-b32-sym-a16"),
        "int4-abf16" => Named("int4-rtn-b32-sym-abf16"),
        "int8-abf16" => Named("int8-rtn-b32-sym-abf16"),
        var other => Blockwise().Match(other) is { Success: true } match ? InBlocks(other, match) : throw new BadInputException($"--precision: '{name}' is not known; use {Names}"),
    };

    /// <summary>Bytes of a model's weights in this format.</summary>
    public double Bytes(ModelArchitecture model) =>
        ((model.MatrixParameters * MatrixBits)
        + (model.ExpertParameters * ExpertBits)
        + ((model.TiedHead && CopiesTiedHead ? model.TableParameters : model.HeadParameters) * HeadBits)
        + ((model.TableParameters + model.NormParameters) * TableBits)) / 8;

    private static WeightStorage Even(string name, double bits, string basis) => new(name, bits, bits, bits, bits, false, basis);

    /// <summary>As the quantizer writes it: a scale in the activations' type for each block, and a zero point of the weights' size where it is asymmetric.</summary>
    private static WeightStorage InBlocks(string name, Match match)
    {
        var weight = int.Parse(match.Groups["bits"].ValueSpan, CultureInfo.InvariantCulture);
        var block = int.Parse(match.Groups["block"].ValueSpan, CultureInfo.InvariantCulture);
        var activations = match.Groups["float"].Success ? 16 : 32;
        var bits = weight + ((activations + (match.Groups["zero"].Value == "asym" ? weight : 0)) / (double)block);
        return new(
            name, bits, bits, bits, activations, true,
            $"as `inferbench models quantize` writes it: a {Text(activations)}-bit scale for each {Text(block)} weights, embedding table in {(match.Groups["float"].Value == "bf16" ? "bf16" : $"fp{Text(activations)}")}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^int(?<bits>4|8)-(rtn|hqq)-b(?<block>16|32|64|128)-(?<zero>sym|asym)(-a(?<float>16|bf16))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Blockwise();
}
