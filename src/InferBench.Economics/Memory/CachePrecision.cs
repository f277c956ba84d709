using InferBench.Core.Errors;

namespace InferBench.Economics.Memory;

/// <summary>In how many bits keys and values are cached.</summary>
public static class CachePrecision
{
    public const int DefaultBits = 16;

    /// <exception cref="BadInputException">The type is not known.</exception>
    public static int Bits(string name) => name.ToLowerInvariant() switch
    {
        "fp32" => 32,
        "fp16" or "bf16" => 16,
        "fp8" or "int8" => 8,
        _ => throw new BadInputException($"--kv-cache: '{name}' is not known; use fp32, fp16, bf16, fp8 or int8"),
    };
}
