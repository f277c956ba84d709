namespace InferBench.EndToEnd.Tests.Browser;

/// <summary>A test that opens a page in Chromium; skipped, by name, where there is no Chromium with its driver.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = Chromium.Installed is null ? "neither Chromium nor its driver is installed here (Debian: chromium, chromium-driver)" : null;
    }
}
