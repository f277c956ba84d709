using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Runtime.Buffers;

namespace InferBench.Runtime.Providers;

/// <summary>
/// Options that a person gives a provider, written NAME=VALUE in ONNX Runtime's own words, on top of those that InferBench sets. Names that begin with
/// trt_ are TensorRT's, all others CUDA's, which stands behind TensorRT too.
/// </summary>
public static class ProviderOptions
{
    private const string Device = "device_id";

    private const string TensorRtPrefix = "trt_";

    /// <summary>What would break the measurement rather than change it, and why.</summary>
    private static readonly Dictionary<string, string> Refused = new (string Reason, string[] Names)[]
    {
        ("tensors are bound on device 0; choose another device with CUDA_VISIBLE_DEVICES", [Device]),
        ("capture needs steps that are bound for it; use --cuda-graph, or cudaGraph in a plan", ["enable_cuda_graph"]),
        ("a replayed graph reads the addresses of its first step, and steps are bound to different ones", ["trt_cuda_graph_enable"]),
        ("runs are timed on ONNX Runtime's own stream", ["has_user_compute_stream", "user_compute_stream"]),
        (
            "an address of this process means nothing in a plan",
            [
                "gpu_external_alloc", "gpu_external_free", "gpu_external_empty_cache", "trt_onnx_bytestream", "trt_onnx_bytestream_size",
                "trt_external_data_bytestream", "trt_external_data_bytestream_size",
            ]),
        (
            "TensorRT computes in the types that the model is stored in, so that a precision means what it says",
            ["trt_fp16_enable", "trt_bf16_enable", "trt_int8_enable", "trt_int8_calibration_table_name", "trt_int8_use_native_calibration_table"]),
        (
            "engines are built anew for every run: a kept one is found by the graph's names, and may be another model's",
            [
                "trt_engine_cache_enable", "trt_engine_cache_path", "trt_engine_cache_prefix", "trt_timing_cache_enable", "trt_timing_cache_path",
                "trt_force_timing_cache", "trt_dump_ep_context_model", "trt_ep_context_file_path", "trt_ep_context_embed_mode", "trt_weight_stripped_engine_enable",
            ]),
        (
            "a plan must not name files for ONNX Runtime to load or to write",
            ["trt_engine_decryption_enable", "trt_engine_decryption_lib_path", "trt_extra_plugin_lib_paths", "trt_onnx_model_folder_path", "trt_dump_subgraphs"]),
    }.SelectMany(group => group.Names.Select(name => (name, group.Reason))).ToDictionary(option => option.name, option => option.Reason, StringComparer.Ordinal);

    /// <summary>Checks what can be checked before a session is made; ONNX Runtime knows the names and values.</summary>
    /// <param name="asked">As written; null for none.</param>
    /// <param name="providers">Providers of the plan.</param>
    /// <param name="source">What to name in messages.</param>
    /// <exception cref="BadInputException">One line for each problem.</exception>
    public static void Require(IReadOnlyList<string>? asked, IReadOnlyList<string> providers, string source)
    {
        if (asked is null)
        {
            return;
        }

        List<string> problems = [.. asked.Select(Problem).OfType<string>()];
        if (providers.All(provider => provider == ExecutionProviders.Cpu))
        {
            problems.Add($"provider {ExecutionProviders.Cpu} takes no options; they are for {ExecutionProviders.Cuda} and {ExecutionProviders.TensorRt}");
        }
        else if (!providers.Contains(ExecutionProviders.TensorRt) && asked.Select(option => Split(option).Name).FirstOrDefault(IsTensorRts) is { } unused)
        {
            problems.Add($"providerOptions: {unused} is for {ExecutionProviders.TensorRt}, which is not among the providers");
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

    /// <summary>Whether an option is among those that were asked for.</summary>
    public static bool Has(IReadOnlyList<string>? asked, string name) => asked?.Any(option => Split(option).Name == name) == true;

    /// <summary>The options of a provider as they are given to ONNX Runtime: the device that tensors are bound on, InferBench's own, and those asked for.</summary>
    internal static IReadOnlyDictionary<string, string> Merge(string provider, IReadOnlyDictionary<string, string> own, IReadOnlyList<string>? asked)
    {
        var merged = new Dictionary<string, string>(own, StringComparer.Ordinal) { [Device] = CudaMemory.DeviceId.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, value) in (asked ?? []).Select(Split).Where(option => IsTensorRts(option.Name) == (provider == ExecutionProviders.TensorRt)))
        {
            merged[name] = value;
        }

        return merged;
    }

    private static bool IsTensorRts(string name) => name.StartsWith(TensorRtPrefix, StringComparison.Ordinal);

    private static string? Problem(string option) => Split(option) is var (name, value) && (name.Length == 0 || value.Length == 0)
        ? $"providerOptions: '{option}' is not NAME=VALUE"
        : Refused.TryGetValue(Split(option).Name, out var reason) ? $"providerOptions: {Split(option).Name} cannot be set: {reason}"
        : null;

    private static (string Name, string Value) Split(string option) =>
        option.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (option[..at].Trim(), option[(at + 1)..].Trim()) : (option, "");
}
