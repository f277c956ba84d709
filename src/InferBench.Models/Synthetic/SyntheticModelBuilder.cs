using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace InferBench.Models.Synthetic;

/// <summary>Writes models with the dimensions of well-known open ones and seeded random weights: no download, and the same bytes everywhere.</summary>
public static class SyntheticModelBuilder
{
    /// <summary>Bytes that the model file and its data will take.</summary>
    /// <exception cref="ModelBuildException">The spec cannot be built; the message lists everything that is wrong.</exception>
    public static long EstimateBytes(SyntheticModelSpec spec)
    {
        Validate(spec);
        var plan = DecoderPlan.For(spec);
        return plan.DataBytes + plan.Model.CalculateSize();
    }

    /// <summary>
    /// Builds the model in its own folder under <paramref name="cacheFolder"/>, or returns the complete one that is already there. The folder appears
    /// only when all of it is written. Several processes may ask for the same model; one builds and the others wait.
    /// </summary>
    /// <param name="spec">What to build.</param>
    /// <param name="cacheFolder">Created when missing.</param>
    /// <param name="progress">Receives 0 to 1; null when nobody looks.</param>
    /// <param name="cancellationToken">Stops between batches of weights, and leaves nothing that looks like a model.</param>
    /// <exception cref="ModelBuildException">The spec cannot be built, the disk is too small, or writing failed.</exception>
    public static BuiltModel Build(SyntheticModelSpec spec, string cacheFolder, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Validate(spec);
        var folder = Path.Combine(Path.GetFullPath(cacheFolder), spec.FolderName);
        try
        {
            Directory.CreateDirectory(cacheFolder);
            using var only = BuildLock.Take($"{folder}.lock", cancellationToken);
            if (BuildManifest.Read(folder) is { } manifest && manifest.Covers(spec, folder))
            {
                progress?.Report(1);
                return Result(folder, manifest, reused: true);
            }

            return Result(folder, Write(spec, folder, progress, cancellationToken), reused: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelBuildException($"{folder}: the model could not be written: {e.Message}", e);
        }
    }

    private static void Validate(SyntheticModelSpec spec)
    {
        if (spec.Problems() is { Count: > 0 } problems)
        {
            throw new ModelBuildException($"{spec.ShapeName}: {string.Join("; ", problems)}");
        }
    }

    private static BuildManifest Write(SyntheticModelSpec spec, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var plan = DecoderPlan.For(spec);
        DiskSpace.Require(Path.GetDirectoryName(folder)!, plan.DataBytes + plan.Model.CalculateSize(), (place, needed, free) => new ModelBuildException(
            string.Create(CultureInfo.InvariantCulture, $"{place}: the model needs {needed / 1e9:F1} GB and {free / 1e9:F1} GB are free")));
        RequireOurs(folder);

        var unfinished = $"{folder}.part";
        DeleteFolder(unfinished);
        Directory.CreateDirectory(unfinished);
        try
        {
            var dataHash = DataFile.Write(Path.Combine(unfinished, DecoderPlan.DataFile), plan.Weights, progress, cancellationToken);
            var files = new List<BuildManifest.Entry> { new(DecoderPlan.DataFile, plan.DataBytes, dataHash) };
            Save(DecoderPlan.ModelFile, plan.Model.ToByteArray());
            Save("config.json", Encoding.UTF8.GetBytes(ConfigWriter.HuggingFace(spec)));
            if (spec.Layout == ModelLayout.GenAi)
            {
                Save("genai_config.json", Encoding.UTF8.GetBytes(ConfigWriter.GenAi(spec)));
            }

            var sha256 = ModelHash.Combine(files[1].Sha256, [(DecoderPlan.DataFile, dataHash)]);
            var manifest = BuildManifest.For(spec, sha256, files);
            manifest.Write(unfinished);
            DeleteFolder(folder);
            Directory.Move(unfinished, folder);
            return manifest;

            void Save(string name, byte[] content)
            {
                File.WriteAllBytes(Path.Combine(unfinished, name), content);
                files.Add(new BuildManifest.Entry(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
            }
        }
        finally
        {
            DeleteFolder(unfinished);
        }
    }

    /// <summary>A folder of the model's name is replaced only when a builder made it.</summary>
    private static void RequireOurs(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, BuildManifest.FileName)))
        {
            throw new ModelBuildException($"{folder}: is in the way: it is not a built model ({BuildManifest.FileName} is missing), move it aside");
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static BuiltModel Result(string folder, BuildManifest manifest, bool reused) =>
        new(folder, Path.Combine(folder, DecoderPlan.ModelFile), manifest.Sha256, manifest.ModelBytes, reused);
}
