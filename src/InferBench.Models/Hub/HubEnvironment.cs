using InferBench.Core.Runs;

namespace InferBench.Models.Hub;

/// <summary>The settings that Hugging Face's own tools read from the environment, by their rules.</summary>
public static class HubEnvironment
{
    /// <summary>The one address that the program knows by itself.</summary>
    public const string DefaultEndpoint = "https://huggingface.co";

    private const int LongestToken = 4096;

    /// <summary>Reads HF_ENDPOINT, HF_HUB_CACHE, HF_HOME, HF_HUB_OFFLINE, HF_TOKEN and HF_TOKEN_PATH; what is given here goes before them.</summary>
    /// <exception cref="HubException">A value cannot be used; the message names its variable.</exception>
    public static HubSettings Read(Func<string, string?> variable, string? endpoint = null, bool offline = false, bool insecure = false)
    {
        var (address, source) = endpoint is not null ? (endpoint, "--endpoint")
            : Named(variable, "HF_ENDPOINT") is { } named ? (named, "HF_ENDPOINT")
            : (DefaultEndpoint, "endpoint");
        return new HubSettings(Endpoint(address, source, insecure), CacheFolder(variable))
        {
            Token = Token(variable),
            Offline = offline || IsTrue(variable("HF_HUB_OFFLINE")),
            AllowInsecure = insecure,
        };
    }

    private static Uri Endpoint(string text, string source, bool insecure)
    {
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            throw new HubException($"{source}: \"{Printable.Of(text)}\" is no hub address; it looks like {DefaultEndpoint}");
        }

        return address.Scheme == "https" || address.IsLoopback || insecure
            ? address
            : throw new HubException($"{source}: {address} is plain http, which anyone on the way can read and change; use https, or --insecure if this is meant");
    }

    private static string CacheFolder(Func<string, string?> variable) =>
        Folder(variable, "HF_HUB_CACHE") ?? Folder(variable, "HUGGINGFACE_HUB_CACHE") ?? Path.Combine(Home(variable), "hub");

    private static string Home(Func<string, string?> variable)
    {
        if (Folder(variable, "HF_HOME") is { } home)
        {
            return home;
        }

        var cache = Folder(variable, "XDG_CACHE_HOME")
            ?? (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } user ? Path.Combine(user, ".cache") : null);
        return cache is not null
            ? Path.Combine(cache, "huggingface")
            : throw new HubException("there is no home folder to keep models in; name a folder with HF_HUB_CACHE");
    }

    private static HubToken? Token(Func<string, string?> variable)
    {
        if (Named(variable, "HF_TOKEN") is { } token)
        {
            return HubToken.Parse(token, "HF_TOKEN");
        }

        var path = Folder(variable, "HF_TOKEN_PATH") ?? Path.Combine(Home(variable), "token");
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        return file.Length <= LongestToken
            ? HubToken.Parse(File.ReadAllText(path), path)
            : throw new HubException($"{path}: is too large for an access token; name the token's file with HF_TOKEN_PATH");
    }

    private static string? Folder(Func<string, string?> variable, string name) =>
        Named(variable, name) is { } path ? Path.GetFullPath(Environment.ExpandEnvironmentVariables(PersonalPaths.Show(path))) : null;

    private static string? Named(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static bool IsTrue(string? value) => value?.Trim().ToUpperInvariant() is "1" or "ON" or "YES" or "TRUE";
}
