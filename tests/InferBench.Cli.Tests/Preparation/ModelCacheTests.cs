using InferBench.Cli.Preparation;

namespace InferBench.Cli.Tests.Preparation;

/// <summary>These set the process's environment, so they are in one class: its tests take turns.</summary>
public sealed class ModelCacheTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = new[] { ModelCache.Variable, "XDG_CACHE_HOME" }
        .ToDictionary(name => name, Environment.GetEnvironmentVariable);

    [Fact]
    public void Folder_VariableIsSet_IsThatFolderMadeAbsolute()
    {
        Environment.SetEnvironmentVariable(ModelCache.Variable, Path.Combine("some", "models"));

        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "some", "models"), ModelCache.Folder());
    }

    [Fact]
    public void Folder_NothingIsSet_IsTheUsersCache()
    {
        Environment.SetEnvironmentVariable(ModelCache.Variable, null);
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", null);

        Assert.EndsWith(Path.Combine("inferbench", "models"), ModelCache.Folder(), StringComparison.Ordinal);
        Assert.True(Path.IsPathRooted(ModelCache.Folder()));
    }

    [Fact]
    public void Folder_EmptyVariable_IsTheUsersCache()
    {
        Environment.SetEnvironmentVariable(ModelCache.Variable, "");

        Assert.EndsWith(Path.Combine("inferbench", "models"), ModelCache.Folder(), StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_XdgCacheHome_IsFollowedWhereThereIsOne()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Environment.SetEnvironmentVariable(ModelCache.Variable, null);
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", "/var/cache/me");

        Assert.Equal("/var/cache/me/inferbench/models", ModelCache.Folder());
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
