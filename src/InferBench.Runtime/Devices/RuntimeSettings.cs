namespace InferBench.Runtime.Devices;

/// <summary>Settings of the .NET runtime that change measured code.</summary>
internal static class RuntimeSettings
{
    /// <summary>On unless the project or the environment turns it off.</summary>
    public static bool TieredPgo =>
        Environment.GetEnvironmentVariable("DOTNET_TieredPGO") is { Length: > 0 } asked
            ? asked != "0"
            : !AppContext.TryGetSwitch("System.Runtime.TieredPGO", out var enabled) || enabled;
}
