using InferBench.Cli.Preparation;
using InferBench.Core.Runs;
using InferBench.Runtime.Devices;
using InferBench.Runtime.Providers;

namespace InferBench.Cli.Diagnosis;

/// <summary>What <c>doctor</c> found.</summary>
/// <param name="Tool">This program.</param>
/// <param name="Environment">The machine.</param>
/// <param name="Providers">Each execution provider, and whether it can run.</param>
/// <param name="ModelCache">Folder of synthetic models, personal parts hidden.</param>
internal sealed record Diagnosis(
    ToolVersion Tool,
    RunEnvironment Environment,
    IReadOnlyList<ProviderFinding> Providers,
    string ModelCache)
{
    public static Diagnosis Make() => new(
        ToolIdentity.Read(),
        EnvironmentFingerprint.Collect(),
        ProviderProbe.Run(),
        PersonalPaths.Hide(Preparation.ModelCache.Folder()));
}
