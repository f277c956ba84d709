using System.Text.Json;
using InferBench.Core.Json;
using InferBench.Core.Runs;

namespace InferBench.Core.Verification;

/// <summary>The digest that a run's document carries.</summary>
public static class RunDigest
{
    /// <summary>The document with the digest of what it says.</summary>
    public static RunDocument Sealed(RunDocument document)
    {
        using var json = JsonSerializer.SerializeToDocument(document, CoreJson.Default.RunDocument);
        return document with { Digest = CanonicalJson.Sha256(json.RootElement) };
    }
}
