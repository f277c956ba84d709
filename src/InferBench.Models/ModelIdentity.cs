using InferBench.Models.Onnx;
using InferBench.Models.Weights;

namespace InferBench.Models;

/// <summary>Which model this is, and how large in the ways that decide its cost.</summary>
/// <param name="Sha256">
/// Lower-case hex. For a model in one file, that file's SHA-256. With external data, the SHA-256 of a UTF-8 text with the line <c>HASH  model</c> and
/// then <c>HASH  LOCATION</c> for each data file, sorted by location in ordinal order, each line ended by a line feed; LOCATION is written as in the model.
/// </param>
/// <param name="TotalBytes">Bytes of the model file and of all its external data files.</param>
/// <param name="WeightBytes">Bytes of the parameters with their quantization scales and zero points; no constants, no rotary tables.</param>
/// <param name="Parameters">Learned numbers, unpacked; scales and zero points are none.</param>
/// <param name="WeightPrecision">
/// The format of the matrix weights: <c>fp32</c>, <c>fp16</c>, <c>bf16</c>, <c>int8</c>, <c>int4</c> ... where one format has at least 95 % of their bytes,
/// otherwise <c>mixed</c> with the formats, most bytes first, as in <c>mixed int4+fp16</c>. Null for a model without weights.
/// </param>
/// <param name="DecodeStepWeightBytes">Weight bytes that one decode step reads at batch 1: all but tables of which only single rows are looked up.</param>
/// <param name="MultipliedParameters">Parameters that are operands of matrix products and convolutions: each costs a multiply and an add for every token.</param>
public sealed record ModelIdentity(
    string Sha256, long TotalBytes, long WeightBytes, long Parameters, string? WeightPrecision, long DecodeStepWeightBytes, long MultipliedParameters)
{
    private const double DominantShare = 0.95;

    /// <summary>Reads every byte of the model once. <paramref name="model"/> is what <see cref="OnnxModelReader"/> returned.</summary>
    /// <exception cref="IOException">A file cannot be read any more.</exception>
    public static ModelIdentity Compute(OnnxModel model, CancellationToken cancellationToken = default)
    {
        var dataFiles = model.Tensors()
            .Select(t => t.Data)
            .Where(d => d?.External is not null)
            .DistinctBy(d => d!.External)
            .Select(d => (Location: d!.External!, d.File))
            .ToList();
        var hashes = dataFiles.Select(f => (f.Location, ModelHash.OfFile(f.File, cancellationToken))).ToList();
        var sha256 = ModelHash.Combine(ModelHash.OfFile(model.Path, cancellationToken), hashes);

        var weights = WeightCensus.Of(model).Where(w => w.Role != WeightRole.Constant).ToList();
        var parameters = weights.Where(w => w.Role == WeightRole.Parameter).ToList();
        return new ModelIdentity(
            sha256,
            model.FileBytes + dataFiles.Sum(f => RealPath.Length(f.File)),
            weights.Sum(w => w.Tensor.ByteLength),
            parameters.Sum(w => w.Elements),
            Precision(parameters.Where(w => w.IsMultiplied).ToList() is { Count: > 0 } multiplied ? multiplied : parameters),
            weights.Where(w => !w.IsOnlyLookedUp).Sum(w => w.Tensor.ByteLength),
            parameters.Where(w => w.IsMultiplied).Sum(w => w.Elements));
    }

    private static string? Precision(List<StoredWeight> weights)
    {
        var byFormat = weights.GroupBy(w => w.Format)
            .Select(g => (Format: g.Key, Bytes: g.Sum(w => w.Tensor.ByteLength)))
            .OrderByDescending(g => g.Bytes)
            .ThenBy(g => g.Format, StringComparer.Ordinal)
            .ToList();
        return byFormat.Count == 0 ? null
            : byFormat[0].Bytes >= DominantShare * byFormat.Sum(g => g.Bytes) ? byFormat[0].Format
            : $"mixed {string.Join("+", byFormat.Select(g => g.Format))}";
    }
}
