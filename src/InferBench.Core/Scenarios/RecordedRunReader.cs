using System.Globalization;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Inputs;

namespace InferBench.Core.Scenarios;

/// <summary>
/// Reads a run that was recorded elsewhere: a JSON object with <c>scenario</c>, <c>latencies_ns</c>, <c>settings</c>, <c>exact_inputs</c> and,
/// where tokens are timed, <c>tokens</c>. A field that is not known is named in a note: files of other tools hold more than is needed here.
/// </summary>
public static class RecordedRunReader
{
    /// <summary>Half of what 64 bits hold, so that a time and a latency can be added: 146 years.</summary>
    internal const long LongestNs = long.MaxValue / 2;

    private const long MostBytes = 64 << 20;
    private const long MostTokens = 1_000_000_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="path">The file.</param>
    /// <param name="asked">The scenario that the command line names; null where it names none.</param>
    /// <exception cref="BadInputException">The file is missing, too large, not JSON, or lacks something; one line.</exception>
    public static RecordedRun Read(string path, LoadScenario? asked)
    {
        var name = Path.GetFileName(path);
        try
        {
            return InputFile.Read(path, MostBytes, stream =>
            {
                using var document = JsonDocument.Parse(stream, Strict);
                return Read(document.RootElement, name, asked);
            });
        }
        catch (JsonException problem)
        {
            throw new BadInputException($"{name}: is not JSON: {Printable(FirstSentence(problem), 200)}", problem);
        }
    }

    internal static RecordedRun Read(JsonElement root, string name, LoadScenario? asked)
    {
        var file = root.ValueKind == JsonValueKind.Object ? new JsonFields(root, $"{name}: ") : throw new BadInputException($"{name}: must hold one JSON object");
        var scenario = Scenario(file, asked);
        var settingsFields = new JsonFields(file.Object("settings"), $"{name}: settings.");
        var exact = new JsonFields(file.Object("exact_inputs"), $"{name}: exact_inputs.");
        var settings = ScenarioSettingsReader.Read(settingsFields, scenario);
        var latencies = Latencies(file, settings);
        var run = Times(exact, settings, settingsFields, new ScenarioRun(latencies)) with { Tokens = settings.UseTokenLatencies ? Tokens(file, name, settings, latencies) : null };
        file.Ignore("tokens", "id", "sut", "queries_issued", "inferbench");
        return new RecordedRun(settings, run, [.. Unused(file, settingsFields, exact), .. Contradictions(run)]);
    }

    private static LoadScenario Scenario(JsonFields file, LoadScenario? asked)
    {
        if (file.Find("scenario") is not { } value)
        {
            return asked ?? throw file.Problem("scenario", $"is missing; add it or give --scenario, one of {ScenarioNames.All}");
        }

        var named = value.ValueKind == JsonValueKind.String ? ScenarioNames.Find(value.GetString()!) : null;
        return named is not { } scenario ? throw file.Problem("scenario", $"is not known; use one of {ScenarioNames.All}")
            : asked is { } other && other != scenario ? throw file.Problem("scenario", $"is {scenario}, and --scenario says {other}")
            : scenario;
    }

    private static long[] Latencies(JsonFields file, ScenarioSettings settings)
    {
        var all = file.Wholes("latencies_ns", 0, LongestNs) ?? throw file.Problem("latencies_ns", "is missing");
        var issued = file.Whole("samples_issued", 1, all.Length) is { } first ? all[..(int)first] : all;
        return settings.Scenario != LoadScenario.MultiStream || issued.Length % settings.SamplesPerQuery == 0
            ? issued
            : throw file.Problem("latencies_ns", string.Create(
                CultureInfo.InvariantCulture, $"has {issued.Length} samples, which is no multiple of the {settings.SamplesPerQuery} of a query (settings.spq)"));
    }

    private static ScenarioRun Times(JsonFields exact, ScenarioSettings settings, JsonFields settingsFields, ScenarioRun run)
    {
        exact.Ignore("schedule_fnv1a64");
        var times = run with
        {
            FinalQueryIssuedNs = exact.Whole("final_query_issued_ns", 0, LongestNs),
            FinalQueryScheduledNs = exact.Whole("final_query_scheduled_ns", 0, LongestNs),
            FinalQueryDoneNs = exact.Whole("final_query_done_ns", 0, LongestNs),
            MaxLatencyNs = exact.Whole("max_latency_ns", 0, LongestNs),
        };
        return settings.Scenario switch
        {
            LoadScenario.Server when times.FinalQueryScheduledNs is null => times with { FinalQueryScheduledNs = LastArrival(exact, settings, settingsFields, run) },
            LoadScenario.SingleStream or LoadScenario.MultiStream when times.FinalQueryIssuedNs is null => throw exact.Problem("final_query_issued_ns", "is missing"),
            _ => times,
        };
    }

    /// <summary>LoadGen's arrivals follow from the seed and the rate alone.</summary>
    private static long LastArrival(JsonFields exact, ScenarioSettings settings, JsonFields settingsFields, ScenarioRun run) =>
        settingsFields.Find("schedule_rng_seed") is not null && settingsFields.Find("target_qps") is not null
            ? PoissonArrivals.From(settings.ScheduleSeed, settings.TargetQps).ElementAt(run.LatenciesNs.Count - 1)
            : throw exact.Problem("final_query_scheduled_ns", "is missing; only with settings.schedule_rng_seed and settings.target_qps can it be computed");

    private static TokenRecord Tokens(JsonFields file, string name, ScenarioSettings settings, long[] latencies)
    {
        var tokens = new JsonFields(file.Object("tokens"), $"{name}: tokens.");
        var counts = Matching(tokens, "n_tokens", long.MinValue / 2, MostTokens, latencies.Length);
        if (settings.Scenario == LoadScenario.Offline)
        {
            return new TokenRecord(null, counts);
        }

        var first = Matching(tokens, "ttft_ns", 0, LongestNs, latencies.Length);
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] > latencies[i])
            {
                throw tokens.Problem(string.Create(CultureInfo.InvariantCulture, $"ttft_ns[{i}]"), "is longer than the latency of its sample");
            }
        }

        return new TokenRecord(first, counts);
    }

    private static long[] Matching(JsonFields tokens, string name, long least, long most, int count)
    {
        var values = tokens.Wholes(name, least, most) ?? throw tokens.Problem(name, "is missing");
        return values.Length == count
            ? values
            : throw tokens.Problem(name, string.Create(CultureInfo.InvariantCulture, $"has {values.Length} values for {count} samples"));
    }

    private static IEnumerable<string> Unused(JsonFields file, JsonFields settings, JsonFields exact)
    {
        string[] names = [.. file.Unknown, .. settings.Unknown.Select(field => "settings." + field), .. exact.Unknown.Select(field => "exact_inputs." + field)];
        return names.Length == 0 ? [] : [$"not known, and not used: {string.Join(", ", names.Select(unknown => Printable(unknown, 60)))}"];
    }

    private static IEnumerable<string> Contradictions(ScenarioRun run) => run.MaxLatencyNs is { } given && run.LatenciesNs.Max() is var longest && longest != given
        ? [string.Create(CultureInfo.InvariantCulture, $"exact_inputs.max_latency_ns is {given}, and the longest of the latencies is {longest}; the former is used")]
        : [];

    /// <summary>What comes out of a file may hold anything, a terminal's commands too.</summary>
    private static string Printable(string text, int length) =>
        string.Concat((text.Length <= length ? text : text[..length] + "...").Select(character => char.IsControl(character) ? '?' : character));

    private static string FirstSentence(JsonException problem) => problem.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0].Trim().TrimEnd('.')
        + (problem.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})") : "");
}
