using System.Text.Json;

namespace InferBench.Models.Synthetic;

/// <summary>What <c>inferbench.json</c> beside a built model says: what was asked for and what was written. It is written last.</summary>
internal sealed record BuildManifest(
    int BuilderVersion, string ShapeName, string Shape, string Layout, string Precision, ulong Seed, string Sha256, IReadOnlyList<BuildManifest.Entry> Files)
{
    public const string FileName = "inferbench.json";

    /// <summary>The bytes of the model: its own file and its data.</summary>
    public long ModelBytes => Files.Where(f => f.Name is DecoderPlan.ModelFile or DecoderPlan.DataFile).Sum(f => f.Bytes);

    public static BuildManifest For(SyntheticModelSpec spec, string sha256, IReadOnlyList<Entry> files) => new(
        SyntheticModelSpec.BuilderVersion, spec.ShapeName, spec.Shape.Describe(), spec.Layout.ToString().ToLowerInvariant(), spec.Precision.Name, spec.Seed,
        sha256, files);

    /// <summary>The manifest in <paramref name="folder"/>, or null where there is none that can be read: then the model is built anew.</summary>
    public static BuildManifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), BuildManifestJson.Default.BuildManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Write(string folder) =>
        File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, BuildManifestJson.Default.BuildManifest));

    /// <summary>Whether <paramref name="folder"/> holds what <paramref name="spec"/> asks for, by the words of the manifest and the files' lengths.</summary>
    public bool Covers(SyntheticModelSpec spec, string folder) =>
        this == For(spec, Sha256, Files)
        && Files.Count > 0
        && Files.All(f => new FileInfo(Path.Combine(folder, f.Name)) is { Exists: true } file && file.Length == f.Bytes);

    /// <summary>One file beside the manifest.</summary>
    public sealed record Entry(string Name, long Bytes, string Sha256);
}
