namespace InferBench.Cli.AddedProviders;

/// <summary>What became of a provider.</summary>
/// <param name="Library">Its file name.</param>
/// <param name="Outcome">What was done, in words that its folder follows.</param>
/// <param name="Folder">Where it lies.</param>
internal sealed record AddedLibrary(string Library, string Outcome, string Folder)
{
    public const string Copied = "copied to";
    public const string Linked = "linked in";
    public const string There = "already in";
}
