using System.CommandLine;
using System.Globalization;
using InferBench.Cli.Loads;
using InferBench.Core.Errors;
using InferBench.Core.Scenarios;

namespace InferBench.Cli.Commands;

/// <summary>The options of <c>load</c>.</summary>
internal sealed class LoadOptions
{
    private readonly RunOptions _feeding = new();
    private readonly Option<string> _model = new("--model", "-m") { HelpName = "NAME", Description = "A synthetic open model, an ONNX file, or a folder that holds one.", Required = true };
    private readonly Option<string> _scenario = new("--scenario", "-s") { HelpName = "NAME", Description = "single-stream, multi-stream, server or offline.", Required = true };
    private readonly Option<string> _precision = OptionValues.Text("--precision", "NAME", "Weight format: fp32, fp16, bf16, int8, int4. Default fp32; a model file as it is.");
    private readonly Option<string> _prompt = OptionValues.Text("--prompt", "N", "Prompt length in tokens; sequence length of an encoder. Default 128.", "-p");
    private readonly Option<string> _generated = OptionValues.Text("--gen", "N", "Generated tokens of each query. Default 64.", "-g");
    private readonly Option<string> _qps = OptionValues.Text("--qps", "N", "Mean arrivals per second in server, and where --search begins; default 70. In offline, samples per second to expect; default what warm-up shows.");
    private readonly Option<string> _targetLatency = OptionValues.Text("--target-latency", "TIME", "Limit of a query's latency in server. Default 100ms; a decoder has --ttft and --tpot instead.");
    private readonly Option<string> _percentile = OptionValues.Text("--percentile", "N", "The percentile that is held to the limits, or estimated. Default 99; single-stream 90.");
    private readonly Option<string> _ttft = OptionValues.Text("--ttft", "TIME", "Limit of the time to the first token in server. Default 2s.");
    private readonly Option<string> _tpot = OptionValues.Text("--tpot", "TIME", "Limit of the time for each further token in server. Default 50ms.");
    private readonly Option<string> _minDuration = OptionValues.Text("--min-duration", "TIME", "How long queries are issued, at least: 10s, 500ms, 1m. Default 10s; MLPerf asks for 10m.");
    private readonly Option<string> _minQueries = OptionValues.Text("--min-queries", "N", "Queries, at least; in offline, samples. Default 100.");
    private readonly Option<string> _maxBatch = OptionValues.Text("--max-batch", "N", "Queries, or samples of a query, that run together at most. Default 8.");
    private readonly Option<string> _maxWait = OptionValues.Text("--max-wait", "TIME", "How long a query waits for others to fill its batch in server. Default 5ms.");
    private readonly Option<string> _samplesPerQuery = OptionValues.Text("--samples-per-query", "N", "Samples of a query in multi-stream. Default 8.");
    private readonly Option<bool> _search = new("--search") { Description = "Find the highest server rate that is valid; every rate that is tried is a run of its own." };
    private readonly Option<string> _seed = OptionValues.Text("--seed", "N", "Seed of the arrivals and of which prompts are asked for. Default 0.");

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _model, _scenario, _precision, _prompt, _generated, _qps, _targetLatency, _percentile, _ttft, _tpot, _minDuration, _minQueries, _maxBatch, _maxWait,
            _samplesPerQuery, _search, _seed,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        _feeding.AddLoadOptionsTo(command);
    }

    /// <exception cref="BadInputException">A value is not what it must be.</exception>
    public LoadAsked Read(ParseResult parsed)
    {
        var (plan, _) = _feeding.Read(parsed);
        var name = parsed.GetValue(_scenario)!;
        var scenario = ScenarioNames.Find(name) ?? throw new BadInputException($"--scenario: '{name}' is not known; use single-stream, multi-stream, server or offline");
        return new LoadAsked(
            plan with
            {
                Models = [One(_model, parsed.GetValue(_model)!)],
                Precisions = parsed.GetValue(_precision) is { } precision ? [One(_precision, precision)] : null,
                Prompts = Whole(parsed, _prompt, int.MaxValue) is { } prompt ? [(int)prompt] : plan.Prompts,
                Generated = Whole(parsed, _generated, int.MaxValue) is { } generated ? [(int)generated] : null,
            },
            scenario)
        {
            Qps = Number(parsed, _qps),
            Percentile = Number(parsed, _percentile),
            TargetLatencyNs = Time(parsed, _targetLatency),
            TtftNs = Time(parsed, _ttft),
            TpotNs = Time(parsed, _tpot),
            MinDurationNs = Time(parsed, _minDuration),
            MinQueries = Whole(parsed, _minQueries, long.MaxValue),
            MaxBatch = (int?)Whole(parsed, _maxBatch, int.MaxValue),
            MaxWaitNs = Time(parsed, _maxWait),
            SamplesPerQuery = Whole(parsed, _samplesPerQuery, long.MaxValue),
            Seed = (ulong?)Whole(parsed, _seed, long.MaxValue),
            Search = parsed.GetValue(_search),
        };
    }

    private static string One(Option<string> option, string value) => value.Contains(',', StringComparison.Ordinal)
        ? throw new BadInputException($"{option.Name}: '{value}' is several; a scenario is run on one")
        : value;

    private static long? Time(ParseResult parsed, Option<string> option) => parsed.GetValue(option) is { } text ? DurationText.ParseNs(option.Name, text) : null;

    private static long? Whole(ParseResult parsed, Option<string> option, long most) =>
        parsed.GetValue(option) is not { } text ? null
        : !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? throw new BadInputException($"{option.Name}: '{text}' is not a whole number")
        : value <= most ? value
        : throw new BadInputException($"{option.Name}: {value} is too large");

    private static double? Number(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value
        : throw new BadInputException($"{option.Name}: '{text}' is not a number");
}
