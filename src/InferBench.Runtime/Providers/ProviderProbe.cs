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
        IReadOnlyList<LibraryFinding> libraries = provider switch
        {
            ExecutionProviders.Cuda => Libraries(CudaLibraries.All, CudaLibraries.ProviderLibrary),
            ExecutionProviders.TensorRt => Libraries(TensorRtLibraries.All, TensorRtLibraries.ProviderLibrary),
            _ => [],
        };
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
        catch (Exception e) when (ProviderFailure.Is(e))
        {
            return new ProviderFinding(provider, false, $"ONNX Runtime itself cannot be loaded: {NativeText.Short(e.Message)}", libraries);
        }
    }

    private static List<LibraryFinding> Libraries(IReadOnlyList<NeededLibrary> needed, string provider)
    {
        // Looked for as a file: loading it by hand fails without ONNX Runtime's own bridge.
        var installed = ProviderInstallation.Find(provider) is not null;
        return [.. needed.Select(Find), new LibraryFinding(provider, installed, true, installed ? null : CudaLibraries.Mend(provider))];
    }

    private static LibraryFinding Find(NeededLibrary library)
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
