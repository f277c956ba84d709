using System.Text;
using System.Text.Json;
using InferBench.Cli.Preparation;
using InferBench.Core.Errors;

namespace InferBench.Cli.Bundles;

/// <summary>
/// Puts the program, its worker, the .NET runtime and models into one archive that runs on a Linux host with nothing of these, without a
/// network. The folder appears only when all of it is written.
/// </summary>
/// <param name="models">Finds and builds models.</param>
internal sealed class BundleBuilder(BundledModels models)
{
    /// <summary>The only platform: the one whose native libraries are beside the program.</summary>
    public const string Rid = "linux-x64";

    public const string Sums = "SHA256SUMS";

    public const string UnpackScript = "unpack.sh";

    /// <exception cref="BadInputException">Something that was asked for is not here, or the folder is in use.</exception>
    public BundleReport Build(BundleRequest request, CancellationToken cancellation)
    {
        if (File.Exists(request.Folder) || (Directory.Exists(request.Folder) && Directory.EnumerateFileSystemEntries(request.Folder).Any()))
        {
            throw new BadInputException($"bundle --out {request.Folder}: is not empty; name another folder or empty it");
        }

        var manifest = new BundleManifest(ToolIdentity.Read(), Rid, request.Cuda, Environment.Version.ToString(3), request.Models);
        List<BundleFile> files = [.. ProgramFiles.All(request.Cuda), .. DotNetFiles.All(), .. SystemLibraries.All()];
        files.AddRange(models.Files(request.Models, request.Cuda, cancellation));
        files.Add(BundleFile.InMemory("inferbench", BundleScripts.Launcher, executable: true));
        files.Add(BundleFile.InMemory("gpu-check.sh", BundleScripts.GpuCheck, executable: true));
        files.Add(BundleFile.InMemory($"app/{BundleManifest.FileName}", JsonSerializer.SerializeToUtf8Bytes(manifest, BundleJson.Default.BundleManifest)));
        return Write(request, manifest, [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)], cancellation);
    }

    private static BundleReport Write(BundleRequest request, BundleManifest manifest, IReadOnlyList<BundleFile> files, CancellationToken cancellation)
    {
        var unfinished = $"{Path.TrimEndingDirectorySeparator(request.Folder)}.part";
        Directory.CreateDirectory(unfinished);
        try
        {
            var parts = new PartFiles(Path.Combine(unfinished, $"{Name(request.Cuda)}.tar.gz"), request.PartBytes);
            long bytes;
            using (parts)
            {
                bytes = BundleArchive.Write(parts, files, cancellation);
            }

            File.WriteAllText(Path.Combine(unfinished, Sums), string.Concat(parts.Parts.Select(part => $"{part.Sha256}  {part.Name}\n")), new UTF8Encoding(false));
            File.WriteAllBytes(Path.Combine(unfinished, UnpackScript), BundleScripts.Unpack);
            if (Directory.Exists(request.Folder))
            {
                Directory.Delete(request.Folder);
            }

            Directory.Move(unfinished, request.Folder);
            return new BundleReport(request.Folder, manifest, parts.Parts, bytes);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    /// <summary>What archive and folder are called where no name is given.</summary>
    public static string Name(bool cuda) => $"inferbench-{ToolIdentity.Version}-{Rid}{(cuda ? "-cuda" : "")}";
}
