using InferBench.Core.Errors;

namespace InferBench.Cli.Preparation;

/// <summary>Where synthetic models are kept between runs.</summary>
internal static class ModelCache
{
    public const string Variable = "INFERBENCH_CACHE";

    /// <exception cref="BadInputException">There is no folder for caches, and none was named.</exception>
    public static string Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named);
        }

        var root = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : "";
        return root.Length > 0
            ? Path.Combine(root, "inferbench", "models")
            : throw new BadInputException($"there is no home folder to keep models in; name a folder with {Variable}");
    }
}
