using System.Text.Json;
using InferBench.Core.Runs;

namespace InferBench.Cli.Bundles;

/// <summary>What a bundle says about itself: a run made from it names the commit that it was built from.</summary>
/// <param name="Tool">This program.</param>
/// <param name="Rid">Platform, such as linux-x64.</param>
/// <param name="Cuda">Whether the CUDA provider is inside.</param>
/// <param name="DotNet">Release of the .NET runtime inside.</param>
/// <param name="Models">Models as they were asked for.</param>
internal sealed record BundleManifest(ToolVersion Tool, string Rid, bool Cuda, string DotNet, IReadOnlyList<string> Models)
{
    public const string FileName = "bundle.json";

    /// <summary>The manifest of the bundle that this program runs from; null where it runs from none.</summary>
    public static BundleManifest? OfThisProgram()
    {
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), BundleJson.Default.BundleManifest) : null;
    }
}
