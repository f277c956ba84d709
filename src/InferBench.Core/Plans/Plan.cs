using System.ComponentModel;
using System.Text.Json.Serialization;
using InferBench.Core.Quality;
using InferBench.Core.Samples;

namespace InferBench.Core.Plans;

/// <summary>What to measure: the product of its lists is the sweep. Null or absent fields take the value of <see cref="Defaults"/>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Plan
{
    public const int CurrentSchemaVersion = 1;

    [Description("Version of this plan's format; 1 where it is absent.")]
    public int? SchemaVersion { get; init; }

    [Description("Models: names of synthetic open models (`inferbench models list`), ONNX files, or folders that hold one.")]
    public IReadOnlyList<string>? Models { get; init; }

    [Description("Graph form of synthetic models: auto, genai (GroupQueryAttention, shared cache) or optimum (plain operators, growing cache).")]
    public string? Layout { get; init; }

    [Description("Weight formats, such as fp32, fp16, bf16, int8, int4 or int4-hqq-b32-asym. Synthetic models are made in each of them, an fp32 model file is quantized to the others; without it a file is run as it is.")]
    public IReadOnlyList<string>? Precisions { get; init; }

    [Description("Execution providers: cpu, cuda, tensorrt.")]
    public IReadOnlyList<string>? Providers { get; init; }

    [Description("Batch sizes: how many sequences decode together, or how many items a one-shot model takes at once. A number, a list, or a range such as \"1,2,4-32*2\".")]
    [JsonConverter(typeof(IntegerRangeConverter))]
    public IReadOnlyList<int>? Batches { get; init; }

    [Description("Prompt lengths in tokens, and sequence lengths of encoders. A number, a list, or a range.")]
    [JsonConverter(typeof(IntegerRangeConverter))]
    public IReadOnlyList<int>? Prompts { get; init; }

    [Description("Generated lengths in tokens. A number, a list, or a range.")]
    [JsonConverter(typeof(IntegerRangeConverter))]
    public IReadOnlyList<int>? Generated { get; init; }

    [Description("A prompt given as token ids, used for every sequence instead of seeded random ids; it replaces `prompts`.")]
    public IReadOnlyList<int>? PromptIds { get; init; }

    [Description("UTF-8 text from which prompts of the exact lengths are cut by the model's own tokenizer, instead of seeded random ids.")]
    public string? PromptText { get; init; }

    [Description("Inputs of one-shot models (encoders, vision, audio, classical): NAME=SHAPE:FILL, either part may be left out, such as \"image=1x3x224x224\" or \"sr=:const,v=16000\".")]
    public IReadOnlyList<string>? Inputs { get; init; }

    [Description("Sizes of open dimensions of one-shot models, NAME=NUMBER. The batch is `batches`, and an encoder's sequence length is `prompts`.")]
    public IReadOnlyList<string>? Dims { get; init; }

    [Description("How many times each cell is measured, each time in a worker process of its own; 1 where it is absent. Two or more tell the spread from run to run.")]
    public int? Launches { get; init; }

    [Description("Intra-op threads of ONNX Runtime; the default is one for each core.")]
    public int? Threads { get; init; }

    [Description("Options for the cuda and tensorrt providers in ONNX Runtime's own words, NAME=VALUE, such as \"use_tf32=1\" or \"trt_builder_optimization_level=5\"; they go on top of those that run.json lists.")]
    public IReadOnlyList<string>? ProviderOptions { get; init; }

    [Description("Where a decoder's next token is selected: auto (in the graph on a device, on the host on the CPU), host or graph.")]
    public string? Selection { get; init; }

    [Description("Whether the decode steps of the cuda provider run as a captured CUDA graph: auto (where the model allows it and gives the same tokens), on or off.")]
    public string? CudaGraph { get; init; }

    [Description("Seed of synthetic weights and of prompt ids.")]
    public long? Seed { get; init; }

    [Description("Changes to a synthetic model's dimensions.")]
    public ShapeOverrides? Shape { get; init; }

    [Description("When to stop measuring.")]
    public MeasureSettings? Measure { get; init; }

    [Description("Whether and how the models' quality is scored.")]
    public QualitySettings? Quality { get; init; }

    [Description("What the machine costs, in US dollars per hour; an assumption is used, and printed as one, where it is absent.")]
    public double? UsdPerHour { get; init; }

    [Description("Where the price comes from, for example a cloud's price page and its date.")]
    public string? PriceSource { get; init; }

    /// <summary>The default run: one open 110M-parameter decoder, three precisions, four batch sizes, on this machine's CPU.</summary>
    [JsonIgnore]
    public static Plan Defaults { get; } = new()
    {
        Models = ["llama-110m"],
        Layout = "auto",
        Precisions = ["fp32", "int8", "int4"],
        Providers = ["cpu"],
        Batches = [1, 2, 4, 8],
        Prompts = [128],
        Generated = [64],
        Seed = 42,
        Launches = 1,
        Selection = TokenSelection.Auto,
        CudaGraph = Plans.CudaGraph.Auto,
        Measure = MeasureSettings.Defaults,
        Quality = QualitySettings.Defaults,
    };
}
