namespace InferBench.Cli.Bundles;

/// <summary>The shell scripts of a bundle, embedded in this assembly.</summary>
internal static class BundleScripts
{
    public static byte[] Launcher => Read("inferbench.sh");

    public static byte[] Unpack => Read("unpack.sh");

    public static byte[] GpuCheck => Read("gpu-check.sh");

    private static byte[] Read(string name)
    {
        using var stream = typeof(BundleScripts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this assembly");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
