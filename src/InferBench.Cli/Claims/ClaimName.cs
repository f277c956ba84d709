namespace InferBench.Cli.Claims;

/// <summary>A claim that can be asked for.</summary>
internal sealed record ClaimName(string Name, string Statement);
