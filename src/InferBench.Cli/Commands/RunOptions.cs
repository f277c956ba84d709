using System.CommandLine;
using System.Globalization;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Quality;
using InferBench.Core.Samples;

namespace InferBench.Cli.Commands;

/// <summary>The options of <c>run</c> that make a plan. Options given beside a plan file replace its fields.</summary>
internal sealed class RunOptions
{
    /// <summary>What messages call a plan that came from options alone.</summary>
    public const string CommandLine = "command line";

    private const string Ranges = "a number, a list or a range: 1,2,4-32*2";

    private readonly Option<string> _plan = OptionValues.Text("--plan", "FILE", "JSON plan file; see 'inferbench schema plan'.");
    private readonly Option<string> _model = OptionValues.Text("--model", "NAMES", "Synthetic open models, ONNX files, or folders that hold one; comma between several. Default llama-110m.", "-m");
    private readonly Option<string> _precision = OptionValues.Text("--precision", "LIST", "Weight formats: fp32, fp16, bf16, int8, int4, int4-rtn-b64-sym. Default fp32,int8,int4; a model file as it is, and an fp32 one quantized where asked.");
    private readonly Option<string> _provider = OptionValues.Text("--provider", "LIST", "Execution providers: cpu, cuda, tensorrt. Default cpu.");
    private readonly Option<string> _batch = OptionValues.Text("--batch", "RANGE", $"Batch sizes, {Ranges}. Default 1,2,4,8.", "-b");
    private readonly Option<string> _prompt = OptionValues.Text("--prompt", "RANGE", "Prompt lengths in tokens; sequence lengths of encoders. Default 128.", "-p");
    private readonly Option<string> _generated = OptionValues.Text("--gen", "RANGE", "Generated tokens of each sequence. Default 64.", "-g");
    private readonly Option<string> _promptIds = OptionValues.Text("--prompt-ids", "IDS", "Token ids of one prompt, used for every sequence; comma between them.");
    private readonly Option<string> _promptText = OptionValues.Text("--prompt-text", "FILE", "UTF-8 text to cut prompts from, by the model's own tokenizer, instead of random ids.");
    private readonly Option<string> _quality = OptionValues.Text("--quality", "WHEN", "Score what a precision loses: auto, on, off. Auto: trained models in several precisions.");
    private readonly Option<string> _text = OptionValues.Text("--text", "FILE", "UTF-8 text to score quality on. Default: what the reference itself samples.");
    private readonly Option<string> _reference = OptionValues.Text("--reference", "MODEL", "What quality is compared with. Default: each model's most precise form in the run.");
    private readonly Option<string[]> _inputs = new("--input")
    {
        HelpName = "NAME=SHAPE:FILL",
        Description = "An input of a one-shot model: image=1x3x224x224:dg1, sr=:const,v=16000. Fills: dg1, zeros, ones, const, arange.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _dims = new("--dim")
    {
        HelpName = "NAME=NUMBER",
        Description = "The size of an open dimension of a one-shot model, such as height=512.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _launches = OptionValues.Text("--launches", "N", "Measure each cell N times, each in a worker process of its own, to tell the spread from run to run. Default 1.");
    private readonly Option<string> _threads = OptionValues.Text("--threads", "N", "Intra-op threads. Default: one for each core.", "-t");
    private readonly Option<string> _layout = OptionValues.Text("--layout", "FORM", "Graph form of synthetic models: auto, genai, optimum. Default auto.");
    private readonly Option<string[]> _providerOptions = new("--provider-option")
    {
        HelpName = "NAME=VALUE",
        Description = "An option for the cuda or tensorrt provider in ONNX Runtime's own words, such as use_tf32=1.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _selection = OptionValues.Text("--selection", "WHERE", "Where a decoder's tokens are selected: auto, host, graph. Auto: in the graph on a device.");
    private readonly Option<string> _cudaGraph = OptionValues.Text(
        "--cuda-graph", "WHEN", "Whether the decode steps of the cuda provider run as a captured CUDA graph: auto, on, off. Auto: where the model allows it and gives the same tokens.");

    private readonly Option<string> _seed = OptionValues.Text("--seed", "N", "Seed of synthetic weights and prompts. Default 42.");
    private readonly Option<string> _layers = OptionValues.Text("--layers", "N", "Layers of the synthetic model, instead of the preset's.");
    private readonly Option<string> _hidden = OptionValues.Text("--hidden", "N", "Hidden size, instead of the preset's.");
    private readonly Option<string> _heads = OptionValues.Text("--heads", "N", "Attention heads, instead of the preset's.");
    private readonly Option<string> _kvHeads = OptionValues.Text("--kv-heads", "N", "Key and value heads, instead of the preset's.");
    private readonly Option<string> _headSize = OptionValues.Text("--head-size", "N", "Size of a head, instead of the preset's.");
    private readonly Option<string> _ffn = OptionValues.Text("--ffn", "N", "Feed-forward size, instead of the preset's.");
    private readonly Option<string> _vocab = OptionValues.Text("--vocab", "N", "Vocabulary, instead of the preset's.");
    private readonly Option<string> _context = OptionValues.Text("--context", "N", "Context length, instead of the preset's.");
    private readonly Option<string> _seconds = OptionValues.Text("--seconds", "S", "Seconds of measured operations for each cell, at most. Default 6.");
    private readonly Option<string> _interval = OptionValues.Text("--target-interval", "F", "Stop when the 95 % interval is within this fraction of the mean. Default 0.02.");
    private readonly Option<string> _minOperations = OptionValues.Text("--min-ops", "N", "Operations for each cell, at least. Default 5.");
    private readonly Option<string> _maxOperations = OptionValues.Text("--max-ops", "N", "Operations for each cell, at most. Default 500.");
    private readonly Option<string> _timeout = OptionValues.Text("--cell-timeout", "S", "Seconds without a finished operation after which a cell counts as hung.");
    private readonly Option<string> _usdPerHour = OptionValues.Text("--usd-per-hour", "USD", "What the machine costs. Without it an assumption is used, and printed as one.");
    private readonly Option<string> _priceSource = OptionValues.Text("--price-source", "TEXT", "Where that price comes from.");

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _plan, _model, _precision, _provider, _batch, _prompt, _generated, _promptIds, _promptText, _inputs, _dims, _quality, _text, _reference, _launches, _threads, _layout, _providerOptions, _selection, _cudaGraph, _seed, _seconds, _interval, _minOperations,
            _maxOperations, _timeout, _usdPerHour, _priceSource, .. ShapeOptions(),
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options that say which synthetic model: those that <c>models build</c> takes.</summary>
    public void AddModelOptionsTo(Command command)
    {
        foreach (var option in (IEnumerable<Option>)[_precision, _provider, _layout, _seed, .. ShapeOptions()])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options that say what model is fed what, and what the machine costs, where one model is driven and not swept.</summary>
    public void AddLoadOptionsTo(Command command)
    {
        foreach (var option in (IEnumerable<Option>)[_provider, _providerOptions, _cudaGraph, _promptIds, _promptText, _inputs, _dims, _threads, _layout, .. ShapeOptions(), _usdPerHour, _priceSource])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options that pick a part of a plan, and say where its models lie here.</summary>
    public void AddPartOptionsTo(Command command)
    {
        foreach (var option in (IEnumerable<Option>)[_model, _precision, _batch, _prompt, _generated, _launches])
        {
            option.Description = option == _model ? "Where the run's models lie here, each in the order of the run; comma between several."
                : option == _launches ? "Measure each cell N times, each in a worker process of its own. Default: as the run did."
                : "Only this part of the run's sweep. Default: all of it.";
            command.Options.Add(option);
        }
    }

    private IEnumerable<Option> ShapeOptions() => [_layers, _hidden, _heads, _kvHeads, _headSize, _ffn, _vocab, _context];

    /// <summary>The plan as asked, and what to call it in messages.</summary>
    public (Plan Plan, string Source) Read(ParseResult parsed)
    {
        var file = OptionValues.Given(parsed, _plan);
        var plan = file is null ? new Plan() : PlanReader.Read(file);
        var measure = new MeasureSettings
        {
            TargetInterval = OptionValues.Number(parsed, _interval),
            SecondsPerCell = OptionValues.Number(parsed, _seconds),
            MinOperations = Integer(parsed, _minOperations),
            MaxOperations = Integer(parsed, _maxOperations),
            CellTimeoutSeconds = OptionValues.Number(parsed, _timeout),
        };
        var quality = new QualitySettings { Measure = OptionValues.Given(parsed, _quality), Text = OptionValues.Given(parsed, _text), Reference = OptionValues.Given(parsed, _reference) };
        var promptIds = Range(parsed, _promptIds, keepOrder: true);
        var prompts = Range(parsed, _prompt);
        var asked = plan with
        {
            Models = List(parsed, _model) ?? plan.Models,
            Precisions = List(parsed, _precision) ?? plan.Precisions,
            Providers = List(parsed, _provider) ?? plan.Providers,
            Batches = Range(parsed, _batch) ?? plan.Batches,
            Prompts = prompts ?? (promptIds is null ? plan.Prompts : null),
            Generated = Range(parsed, _generated) ?? plan.Generated,
            PromptIds = promptIds ?? (prompts is null ? plan.PromptIds : null),
            PromptText = OptionValues.Given(parsed, _promptText) ?? plan.PromptText,
            Quality = quality == new QualitySettings() ? plan.Quality : quality.Or(plan.Quality ?? new QualitySettings()),
            Inputs = Texts(parsed, _inputs) ?? plan.Inputs,
            Dims = Texts(parsed, _dims) ?? plan.Dims,
            Launches = Integer(parsed, _launches) ?? plan.Launches,
            Threads = Integer(parsed, _threads) ?? plan.Threads,
            Layout = OptionValues.Given(parsed, _layout) ?? plan.Layout,
            ProviderOptions = Texts(parsed, _providerOptions) ?? plan.ProviderOptions,
            CudaGraph = OptionValues.Given(parsed, _cudaGraph) ?? plan.CudaGraph,
            Selection = OptionValues.Given(parsed, _selection) ?? plan.Selection,
            Seed = Long(parsed, _seed) ?? plan.Seed,
            Shape = Shape(parsed, plan.Shape),
            Measure = measure == new MeasureSettings() ? plan.Measure : measure.Or(plan.Measure ?? new MeasureSettings()),
            UsdPerHour = OptionValues.Number(parsed, _usdPerHour) ?? plan.UsdPerHour,
            PriceSource = OptionValues.Given(parsed, _priceSource) ?? plan.PriceSource,
        };
        return (asked, file ?? CommandLine);
    }

    private ShapeOverrides? Shape(ParseResult parsed, ShapeOverrides? under)
    {
        var shape = new ShapeOverrides
        {
            Layers = Integer(parsed, _layers) ?? under?.Layers,
            Hidden = Integer(parsed, _hidden) ?? under?.Hidden,
            Heads = Integer(parsed, _heads) ?? under?.Heads,
            KvHeads = Integer(parsed, _kvHeads) ?? under?.KvHeads,
            HeadSize = Integer(parsed, _headSize) ?? under?.HeadSize,
            Ffn = Integer(parsed, _ffn) ?? under?.Ffn,
            Vocab = Integer(parsed, _vocab) ?? under?.Vocab,
            Context = Integer(parsed, _context) ?? under?.Context,
        };
        return shape == new ShapeOverrides() ? null : shape;
    }

    private static IReadOnlyList<string>? List(ParseResult parsed, Option<string> option) =>
        OptionValues.Given(parsed, option)?.Split(',', StringSplitOptions.TrimEntries);

    private static IReadOnlyList<string>? Texts(ParseResult parsed, Option<string[]> option) =>
        parsed.GetResult(option) is null ? null : parsed.GetValue(option);

    private static IReadOnlyList<int>? Range(ParseResult parsed, Option<string> option, bool keepOrder = false)
    {
        if (OptionValues.Given(parsed, option) is not { } text)
        {
            return null;
        }

        try
        {
            // A prompt may repeat an id; a sweep does not repeat a value.
            return keepOrder ? [.. text.Split(',').SelectMany(IntegerRange.Parse)] : IntegerRange.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new BadInputException($"{option.Name}: {problem.Message}", problem);
        }
    }

    private static int? Integer(ParseResult parsed, Option<string> option) =>
        Long(parsed, option) is not { } value ? null
        : value is >= int.MinValue and <= int.MaxValue ? (int)value
        : throw new BadInputException($"{option.Name}: {value} is too large");

    private static long? Long(ParseResult parsed, Option<string> option) =>
        OptionValues.Given(parsed, option) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new BadInputException($"{option.Name}: '{text}' is not a whole number");
}
