using System.Globalization;

namespace InferBench.Cli.Bundles;

/// <summary>A written bundle for a person, and what to do with it.</summary>
internal static class BundleText
{
    public static IEnumerable<string> Lines(BundleReport report)
    {
        var manifest = report.Manifest;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Folder}: {report.Parts.Count} {(report.Parts.Count == 1 ? "archive" : "parts")}, {report.Parts.Sum(part => part.Bytes) / 1e6:#,0.0} MB; unpacked {report.UnpackedBytes / 1e6:#,0.0} MB");
        yield return $"inside: InferBench {manifest.Tool.Version}, .NET {manifest.DotNet}, {(manifest.Cuda ? "the CUDA provider" : "no CUDA provider")}, "
            + (manifest.Models.Count == 0 ? "no models" : $"models {string.Join(", ", manifest.Models)}");
        yield return "needs: Linux on x86-64 with glibc 2.28 or newer and libstdc++; sh, coreutils, tar and gzip to unpack"
            + (manifest.Cuda ? "; for CUDA the NVIDIA driver, the CUDA 13 libraries and cuDNN 9 ('doctor' says which are missing)" : "");
        yield return $"there: sh {BundleBuilder.UnpackScript} inferbench, then inferbench/inferbench doctor";
    }
}
