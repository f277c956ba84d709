namespace InferBench.Models.Hub;

/// <summary>
/// Open decoder models with an ONNX export. The names were seen in public sources that use them; none was checked on the hub itself, so each entry says
/// what is recalled. A name that nothing public uses is not here.
/// </summary>
public static class WellKnownModels
{
    private const string InUse = "named in public source code that downloads it";
    private const string Mentioned = "named with precision and licence in public source code that downloads it";
    private const string Vendor = "named in Microsoft's public guide to running it with ONNX Runtime";

    private const string AllButName = "parameters, precisions, licence";
    private const string AllButNameAndPrecision = "parameters, licence";
    private const string ParametersOnly = "parameters";

    public static IReadOnlyList<WellKnownModel> All { get; } =
    [
        new("HuggingFaceTB/SmolLM2-135M-Instruct", 0.135e9, "fp32, q4, int8, uint8", "Apache-2.0", InUse, AllButNameAndPrecision),
        new("onnx-community/gemma-3-270m-it-ONNX", 0.27e9, "fp32, q4, q4f16", "Gemma terms: use is restricted", InUse, AllButNameAndPrecision),
        new("onnx-community/SmolLM2-360M-Instruct-ONNX", 0.36e9, "fp32, q4f16", "Apache-2.0", Mentioned, ParametersOnly),
        new("onnx-community/Qwen2.5-0.5B-Instruct", 0.49e9, "fp32, q4, q4f16, int8", "Apache-2.0", Mentioned, ParametersOnly),
        new("onnx-community/Qwen3-0.6B-ONNX", 0.6e9, "q4, q4f16, int8", "Apache-2.0", Mentioned, ParametersOnly),
        new("onnx-community/gemma-3-1b-it-ONNX", 1.0e9, "q4, q4f16, int4", "Gemma terms: use is restricted", InUse, AllButNameAndPrecision),
        new("Xenova/TinyLlama-1.1B-Chat-v1.0", 1.1e9, "q4, quantized (int8)", "Apache-2.0", InUse, AllButName),
        new("onnx-community/Llama-3.2-1B-Instruct", 1.24e9, "q4, q4f16", "Llama 3.2 Community: use is restricted", Mentioned, ParametersOnly),
        new("onnx-community/Qwen2.5-1.5B-Instruct", 1.54e9, "fp16, q4, q4f16", "Apache-2.0", InUse, AllButNameAndPrecision),
        new("onnx-community/Qwen3-1.7B-ONNX", 1.7e9, "q4, q4f16", "Apache-2.0", Mentioned, ParametersOnly),
        new("onnx-community/DeepSeek-R1-Distill-Qwen-1.5B-ONNX", 1.78e9, "q4, q4f16", "MIT", InUse, AllButNameAndPrecision),
        new("microsoft/Phi-3-mini-4k-instruct-onnx", 3.8e9, "int4 (cpu_and_mobile/), others by device", "MIT", Mentioned, ParametersOnly),
        new("microsoft/Phi-3.5-mini-instruct-onnx", 3.8e9, "int4 (cpu_and_mobile/, gpu/)", "MIT", Vendor, AllButNameAndPrecision),
        new("microsoft/Phi-4-mini-instruct-onnx", 3.8e9, "int4 (cpu_and_mobile/, gpu/)", "MIT", Mentioned, ParametersOnly),
    ];
}
