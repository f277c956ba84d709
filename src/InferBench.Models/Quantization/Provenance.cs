using System.Globalization;
using InferBench.Models.Onnx;

namespace InferBench.Models.Quantization;

/// <summary>Writes into the model's metadata how it was made.</summary>
internal static class Provenance
{
    public static void Write(ModelProto model, QuantizationOptions options, WeightChanges changes, string sourceSha256)
    {
        foreach (var (key, value) in Entries(options, changes, sourceSha256))
        {
            if (model.MetadataProps.FirstOrDefault(p => p.Key == key) is { } entry)
            {
                entry.Value = value;
            }
            else
            {
                model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Entries(QuantizationOptions options, WeightChanges changes, string sourceSha256)
    {
        var scheme = options.Scheme;
        yield return ("inferbench.quantizer_version", Quantizer.Version.ToString(CultureInfo.InvariantCulture));
        yield return ("inferbench.source_sha256", sourceSha256);
        yield return ("inferbench.precision", scheme.Name);
        yield return ("inferbench.method", Method(scheme.Method));
        yield return ("inferbench.counts", changes.Describe());
        if (scheme.IsBlockwise)
        {
            yield return ("inferbench.block_size", scheme.BlockSize.ToString(CultureInfo.InvariantCulture));
            yield return ("inferbench.accuracy_level", options.AccuracyLevel.ToString(CultureInfo.InvariantCulture));
        }

        if (scheme.Method == QuantizationMethod.Half)
        {
            yield return ("inferbench.casts", changes.Casts.ToString(CultureInfo.InvariantCulture));
            yield return ("inferbench.values_clamped", changes.Clamped.ToString(CultureInfo.InvariantCulture));
            yield return ("inferbench.io", options.KeepIo ? "fp32" : "fp16");
            yield break;
        }

        yield return ("inferbench.embeddings", options.Embeddings.ToString().ToLowerInvariant());
        yield return ("inferbench.head", options.KeepHead ? "keep" : "quantize");
        if (options.Exclude.Count > 0)
        {
            yield return ("inferbench.excluded", string.Join(", ", options.Exclude.Order(StringComparer.Ordinal)));
        }
    }

    private static string Method(QuantizationMethod method) => method switch
    {
        QuantizationMethod.Half => "16-bit floats",
        QuantizationMethod.DynamicChannel => "round to nearest per channel, dynamic activations",
        QuantizationMethod.DequantizedChannel => "round to nearest per channel, weights only",
        QuantizationMethod.BlockNearest => "round to nearest in blocks",
        QuantizationMethod.BlockHalfQuadratic => "half-quadratic optimization in blocks",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "unknown method"),
    };
}
