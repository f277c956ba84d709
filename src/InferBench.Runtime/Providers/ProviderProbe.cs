using InferBench.Core.Runs;
using InferBench.Runtime.Libraries;
using InferBench.Runtime.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace InferBench.Runtime.Providers;

/// <summary>Finds out by trying which providers can run here: ONNX Runtime's own list only says what was compiled in.</summary>
public static class ProviderProbe
{
    public static IReadOnlyList<ProviderFinding> Run() => [.. ExecutionProviders.Known.Select(provider => Probe(provider))];

    /// <param name="provider">One of <see cref="ExecutionProviders.Known"/>.</param>
    /// <param name="asked">Options that it shall take, NAME=VALUE; null for none.</param>
    public static ProviderFinding Probe(string provider, IReadOnlyList<string>? asked = null)
    {
        // Before anything is opened, so that it can be told what the loader finds by itself.
        var libraries = provider == ExecutionProviders.Cuda ? Libraries() : [];
        try
        {
            _ = InferenceOrt.Environment;
            using var options = new SessionOptions();
            ExecutionProviders.Append(options, provider, asked);
            return new ProviderFinding(provider, true, null, libraries);
        }
        catch (ProviderUnavailableException e)
        {
            return new ProviderFinding(provider, false, e.Message, libraries);
        }
        catch (Exception e) when (CudaProvider.IsProviderFailure(e))
        {
            return new ProviderFinding(provider, false, $"ONNX Runtime itself cannot be loaded: {NativeText.Short(e.Message)}", libraries);
        }
    }

    private static List<LibraryFinding> Libraries()
    {
        var findings = new List<LibraryFinding>();
        foreach (var library in CudaLibraries.All)
        {
            findings.Add(Find(library));
        }

        // Looked for as a file: loading it by hand fails without ONNX Runtime's own bridge.
        var provider = CudaLibraries.FindProviderLibrary() is not null;
        findings.Add(new LibraryFinding(
            CudaLibraries.ProviderLibrary, provider, true, provider ? null : CudaLibraries.Mend(CudaLibraries.ProviderLibrary)));
        return findings;
    }

    private static LibraryFinding Find(CudaLibrary library)
    {
        var found = NativeLibraries.TryLoad(library.Name, out _, out var path);
        return new LibraryFinding(
            library.Name,
            found,
            library.Required,
            found ? null : CudaLibraries.Mend(library.Name, NativeLibraries.Find(library.Name), NativeLibraries.OtherReleases(library.Name)),
            path is null ? null : PersonalPaths.Hide(Path.GetDirectoryName(path)!));
    }
}
