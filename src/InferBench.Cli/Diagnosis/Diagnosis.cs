using InferBench.Cli.Preparation;
using InferBench.Core.Runs;
using InferBench.Reporting.Charts;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Diagnosis;

/// <summary>What <c>doctor</c> found.</summary>
/// <param name="Tool">This program.</param>
/// <param name="Environment">The machine.</param>
/// <param name="Providers">Each execution provider, and whether it can run.</param>
/// <param name="ChartRenderers">What draws charts here.</param>
/// <param name="ModelCache">Folder of synthetic models, personal parts hidden.</param>
internal sealed record Diagnosis(
    ToolVersion Tool,
    RunEnvironment Environment,
    IReadOnlyList<ProviderFinding> Providers,
    IReadOnlyList<string> ChartRenderers,
    string ModelCache)
{
    public static Diagnosis Make() => new(
        ToolIdentity.Read(),
        EnvironmentFingerprint.Collect(),
        ProviderProbe.Run(),
        [.. Reporting.Charts.ChartRenderers.All.Select(renderer => $"{renderer.Name} ({renderer.Extension})")],
        PersonalPaths.Hide(Preparation.ModelCache.Folder()));
}
