using System.CommandLine;
using InferBench.Cli.Loads;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Economics.Catalog;
using InferBench.Economics.Costs;
using InferBench.Economics.Demand;
using InferBench.Economics.Machines;

namespace InferBench.Cli.Commands;

/// <summary>The options of <c>cost</c> that make its question.</summary>
internal sealed class CostOptions
{
    private const double MostUsd = 1e6;

    // Only the mean is asked for, which no window changes.
    private const double WindowSeconds = 60;

    private readonly Option<string> _usdPerHour = OptionValues.Text("--usd-per-hour", "USD", "What an hour of the measured machine costs. Default: the price in the run.");
    private readonly Option<string> _priceSource = OptionValues.Text("--price-source", "TEXT", "Where that price comes from.");
    private readonly Option<string> _gpuOffer = OptionValues.Text("--gpu-offer", "ID", "An hour at an offer of the catalog for the GPU that was measured; see 'inferbench catalog list'.");
    private readonly Option<string> _own = OptionValues.Text("--own", "FIGURES|FILE", $"A machine that is bought: price=30000,months=48,kw=1,kwh=0.15, or a file with one figure on a line. Figures: {OwnedMachineReader.Names}.");
    private readonly Option<string> _extras = OptionValues.Text("--extras", "F", "Storage, traffic and the like on top of a rental, as a fraction; 0.3 to 0.5 is usual at clouds. Default 0.");
    private readonly Option<string> _utilization = OptionValues.Text("--utilization", "F", "Share of the time in which the machine works, such as 0.4. Default 1, printed as an assumption.", "-u");
    private readonly Option<string> _inputOutput = OptionValues.Text("--input-output", "R", "Input tokens for each output token. Default: as measured; at another ratio prefill time is taken in proportion.");
    private readonly Option<string> _cacheHit = OptionValues.Text("--cache-hit", "F", "Share of the input that an API finds in its cache. Default 0.");
    private readonly Option<string> _minSpeed = OptionValues.Text("--min-speed", "N", "Speed that each user must see, tok/s in the mean.");
    private readonly Option<string> _ttft = OptionValues.Text("--ttft", "TIME", "Longest mean time to the first token: 500ms, 2s. Measured without queueing; 'inferbench load' has arrivals.");
    private readonly Option<string> _requests = OptionValues.Text("--requests-per-task", "N", "Requests that a task takes, to price tasks.");
    private readonly Option<string> _against = OptionValues.Text("--against", "OFFERS", "API offers: PROVIDER/MODEL with commas between, or all. Default: the same weights, and ten from the cheapest to the dearest.");
    private readonly Option<string> _weights = OptionValues.Text("--weights", "NAME", "The catalog's name of the measured weights, such as llama-3.3-70b, where the model's name does not tell.");
    private readonly Option<string> _demand = OptionValues.Text("--demand", "FILE", "A trace of requests that says how busy the machine is and how long prompts and answers are: CSV with timestamp,input_tokens,output_tokens.");
    private readonly CatalogOptions _prices = new();

    public void AddTo(Command command)
    {
        Option[] options =
        [
            _usdPerHour, _priceSource, _gpuOffer, _own, _extras, _utilization, _demand, _inputOutput, _cacheHit, _minSpeed, _ttft, _requests, _against, _weights,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        _prices.AddTo(command);
    }

    /// <summary>The question, and the prices to answer it with.</summary>
    /// <exception cref="BadInputException">An option cannot be used.</exception>
    public (CostQuestion Question, PriceCatalog Catalog) Read(ParseResult parsed, RunDocument run, TimeProvider time)
    {
        var day = _prices.Day(parsed, time);
        var catalog = _prices.Load(parsed, day);
        return (
            new CostQuestion
            {
                Machine = Machine(parsed, run, catalog, day),
                AsOf = day,
                Utilization = Utilization(parsed),
                InputPerOutput = OptionValues.Number(parsed, _inputOutput, 0, 1e6),
                CacheHit = OptionValues.Number(parsed, _cacheHit, 0, 1) ?? 0,
                MinTokensPerSecond = OptionValues.Number(parsed, _minSpeed, 0, 1e9),
                MaxTtftNs = OptionValues.Given(parsed, _ttft) is { } longest ? DurationText.ParseNs(_ttft.Name, longest) : null,
                RequestsPerTask = OptionValues.Number(parsed, _requests, 0, 1e9),
                Against = Against(parsed),
                Weights = OptionValues.Given(parsed, _weights),
            },
            catalog);
    }

    private UtilizationSource Utilization(ParseResult parsed)
    {
        var (share, trace) = (OptionValues.Number(parsed, _utilization, 0, 1), OptionValues.Given(parsed, _demand));
        if (share is not null && trace is not null)
        {
            throw new BadInputException($"{_utilization.Name} and {_demand.Name}: a trace says how busy the machine is; give one of them");
        }

        if (trace is null)
        {
            return share is { } given ? UtilizationSource.Constant(given, _utilization.Name) : UtilizationSource.Full;
        }

        var name = Path.GetFileName(trace);
        var mean = new TraceDemand(name, TraceReader.Read(trace), WindowSeconds).Mean;
        return UtilizationSource.Demand(mean.InputTokensPerSecond, mean.OutputTokensPerSecond, $"the mean of {name}, as if its requests came in the measured batches");
    }

    private IMachine Machine(ParseResult parsed, RunDocument run, PriceCatalog catalog, DateOnly day)
    {
        var extras = OptionValues.Number(parsed, _extras, 0, 10) ?? 0;
        var (usd, offer, own) = (OptionValues.Number(parsed, _usdPerHour, 0, MostUsd), OptionValues.Given(parsed, _gpuOffer), OptionValues.Given(parsed, _own));
        if (new object?[] { usd, offer, own }.Count(given => given is not null) > 1)
        {
            throw new BadInputException($"{_usdPerHour.Name}, {_gpuOffer.Name} and {_own.Name}: a machine has one price; give one of them");
        }

        if (own is not null)
        {
            return extras == 0 ? OwnedMachineReader.Read(own, _own.Name) : throw new BadInputException($"{_extras.Name}: is for rented machines; {_own.Name} has colo, network and staff");
        }

        return offer is not null ? CloudMachines.OfOffer(catalog, offer, run, day, extras, _gpuOffer.Name)
            : usd is { } price ? CloudMachines.OfRun(new(price, OptionValues.Given(parsed, _priceSource) ?? $"given with {_usdPerHour.Name}", day, Assumed: false), extras)
            : CloudMachines.OfRun(run.Price, extras);
    }

    /// <summary>Null for a choice, empty for all.</summary>
    private IReadOnlyList<string>? Against(ParseResult parsed) => OptionValues.Given(parsed, _against) switch
    {
        null => null,
        "all" => [],
        var text when text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names => names,
        _ => throw new BadInputException($"{_against.Name}: names no offer; write PROVIDER/MODEL, several with commas between, or all"),
    };
}
