using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InferBench.Core.Errors;
using InferBench.Models;
using InferBench.Models.Quantization;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Preparation;

/// <summary>Model files in other precisions, quantized once and kept beside the synthetic models.</summary>
internal static class QuantizedModels
{
    private const int HashDigits = 16;
    private const long LargestCompanion = 64 << 20;

    /// <summary>
    /// The short names mean what runs well on the provider: dynamic int8 falls off a GPU, where 8-bit blocks (MatMulNBits) stay on it.
    /// </summary>
    /// <exception cref="BadInputException">It is no scheme.</exception>
    public static QuantizationScheme Scheme(string precision, string provider, string source)
    {
        try
        {
            return QuantizationScheme.Parse(
                provider != ExecutionProviders.Cpu && precision.Trim().Equals("int8", StringComparison.OrdinalIgnoreCase) ? "int8-rtn-b32-sym" : precision);
        }
        catch (QuantizationException problem)
        {
            throw new BadInputException($"{source}: {problem.Message}", problem);
        }
    }

    /// <summary>The same source, scheme and quantizer give the same bytes, so a folder that is there is the result.</summary>
    /// <returns>The model file.</returns>
    /// <exception cref="ModelException">The model cannot be quantized so, or the result cannot be written.</exception>
    public static string Make(PreparedModel from, QuantizationScheme scheme, string cache, Action<double> progress, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{from.Model.Sha256[..HashDigits]}-{Companions(from.Path)}-{scheme.Name}-v{Quantizer.Version}");
        var folder = Path.Combine(cache, "quantized", name);
        var file = Path.Combine(folder, "model.onnx");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.Combine(cache, "quantized"));
            Quantizer.Quantize(from.Path, new QuantizationOptions(scheme), folder, new ImmediateProgress(progress), cancellation);
        }

        return file;
    }

    /// <summary>The result carries its source's configuration and tokenizer, so that equal weights beside another tokenizer are another model.</summary>
    private static string Companions(string file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is ".json" or ".txt" or ".model" && new FileInfo(path).Length <= LargestCompanion)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashDigits / 4));
    }
}
