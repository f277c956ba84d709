using InferBench.Core.Errors;

namespace InferBench.Runtime.Providers;

/// <summary>Options that a person gives a provider, written NAME=VALUE in ONNX Runtime's own words, on top of those that InferBench sets.</summary>
public static class ProviderOptions
{
    /// <summary>What would break the measurement rather than change it, and why.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["device_id"] = "tensors are bound on device 0; choose another device with CUDA_VISIBLE_DEVICES",
        ["enable_cuda_graph"] = "capture needs steps that are bound for it; use --cuda-graph, or cudaGraph in a plan",
        ["has_user_compute_stream"] = "runs are timed on ONNX Runtime's own stream",
        ["user_compute_stream"] = "runs are timed on ONNX Runtime's own stream",
        ["gpu_external_alloc"] = "an address of this process means nothing in a plan",
        ["gpu_external_free"] = "an address of this process means nothing in a plan",
        ["gpu_external_empty_cache"] = "an address of this process means nothing in a plan",
    };

    /// <summary>Checks what can be checked before a session is made; ONNX Runtime knows the names and values.</summary>
    /// <param name="asked">As written; null for none.</param>
    /// <param name="providers">Providers of the plan.</param>
    /// <param name="source">What to name in messages.</param>
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void Require(IReadOnlyList<string>? asked, IEnumerable<string> providers, string source)
    {
        if (asked is null)
        {
            return;
        }

        List<string> problems = [.. asked.Select(Problem).OfType<string>()];
        if (providers.All(provider => provider == ExecutionProviders.Cpu))
        {
            problems.Add($"provider {ExecutionProviders.Cpu} takes no options; they are for {ExecutionProviders.Cuda}");
        }

        if (asked.Select(option => Split(option).Name).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            problems.Add($"providerOptions: {twice.Key} is given twice");
        }

        if (problems.Count > 0)
        {
            throw BadInputException.Of([.. problems.Select(problem => $"{source}: {problem}")]);
        }
    }

    /// <summary>The options of a provider as they are given to ONNX Runtime.</summary>
    internal static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> own, IReadOnlyList<string>? asked)
    {
        var merged = new Dictionary<string, string>(own, StringComparer.Ordinal);
        foreach (var (name, value) in (asked ?? []).Select(Split))
        {
            merged[name] = value;
        }

        return merged;
    }

    private static string? Problem(string option) => Split(option) is var (name, value) && (name.Length == 0 || value.Length == 0)
        ? $"providerOptions: '{option}' is not NAME=VALUE"
        : Refused.TryGetValue(Split(option).Name, out var reason) ? $"providerOptions: {Split(option).Name} cannot be set: {reason}"
        : null;

    private static (string Name, string Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (option[..at].Trim(), option[(at + 1)..].Trim()) : (option, "");
}
