using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Scoring;

public sealed class ScoreTests
{
    /// <summary>44 equal latencies at the limit are the least that pass P90 in Server.</summary>
    private static readonly string AtTheLimit = Server(count: 44, latencyNs: 15_000_000);

    private static readonly string OneTooFew = Server(count: 43, latencyNs: 15_000_000);

    [Fact]
    public void Score_ValidRun_SaysSoFirstAndExitsWith0()
    {
        using var person = new Inferbench();

        var finished = person.Run("score", person.Write("samples.json", AtTheLimit)).ExitsWith(0);

        Assert.StartsWith("VALID: Server, 44 queries", finished.Output, StringComparison.Ordinal);
        Assert.Matches(@"over the limit +0 of 44 queries; the limit is 15 ms at P90", finished.Output);
        Assert.Matches(@"latency P99 +15 ms", finished.Output);
        Assert.Empty(finished.Errors);
    }

    [Fact]
    public void Score_InvalidRun_GivesTheReasonAndExitsWith1()
    {
        using var person = new Inferbench();

        var finished = person.Run("score", person.Write("samples.json", OneTooFew)).ExitsWith(1);

        var lines = finished.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("INVALID: Server, 43 queries", lines[0]);
        Assert.Equal(
            "reason: 0 of 43 queries are over the latency limit of 15 ms, too few queries to state P90 with 99 % confidence: 1 more under it would be needed",
            lines[1]);
    }

    [Theory]
    [InlineData("SingleStream")]
    [InlineData("Server")]
    public void Score_ScenarioOnTheCommandLine_StandsInForTheFiles(string scenario)
    {
        using var person = new Inferbench();
        var path = person.Write("samples.json", """{"latencies_ns": [5000000], "settings": {}, "exact_inputs": {"final_query_issued_ns": 0, "final_query_scheduled_ns": 0}}""");

        using var result = JsonDocument.Parse(person.Run("score", path, "--scenario", scenario, "--json").ExitsWith(1).Output);

        Assert.Equal(scenario, result.RootElement.GetProperty("effective_scenario").GetString());
        Assert.Equal("INVALID", result.RootElement.GetProperty("result_validity").GetString());
        Assert.Equal(5_000_000, result.RootElement.GetProperty("result_99.00_percentile_latency_ns").GetInt64());
    }

    [NeedsModelsTheory(LoadGenVectors.File)]
    [InlineData("ss_p95_n1000", 0)]
    [InlineData("ms_gen_n663", 0)]
    [InlineData("sv_blocking_n700_service8ms_qps100", 1)]
    [InlineData("tok_sv_ttft_fail_n700", 1)]
    [InlineData("tok_off_n500", 0)]
    public void ScoreJson_CaseOfLoadGen_PrintsItsResult(string id, int code)
    {
        using var person = new Inferbench();
        var run = LoadGenVectors.Case(id);

        using var actual = JsonDocument.Parse(person.Run("score", person.Write("samples.json", LoadGenVectors.Input(run)), "--json").ExitsWith(code).Output);

        Assert.True(JsonElement.DeepEquals(run.GetProperty("expected"), actual.RootElement));
    }

    [Theory]
    [InlineData("nowhere.json: there is no such file", "nowhere.json")]
    [InlineData("--scenario: 'batch' is not known; use one of SingleStream, MultiStream, Server, Offline", "nowhere.json", "--scenario", "batch")]
    [InlineData("Required argument 'samples.json' missing for command: 'score'")]
    public void Score_NothingToScore_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        person.Run(["score", .. arguments]).Complains(problem);
    }

    [Theory]
    [InlineData("""{"scenario": "Server", "latencies_ns": [-1], "settings": {}, "exact_inputs": {}}""", "latencies_ns[0] is -1; it must be from 0 to")]
    [InlineData("""{"scenario": "Server", "latencies_ns": [], "settings": {}, "exact_inputs": {}}""", "latencies_ns is empty")]
    [InlineData("""{"scenario": "Server", "latencies_ns": [NaN], "settings": {}, "exact_inputs": {}}""", "is not JSON: 'N' is an invalid start of a value (line 1)")]
    [InlineData("""{"scenario": "Offline", "latencies_ns": [4611686018427387903, 4611686018427387903, 4611686018427387903], "settings": {}, "exact_inputs": {}}""", "the times or counts together exceed 64 bits")]
    [InlineData("""{"scenario": "SingleStream", "latencies_ns": [1], "settings": {"equal_issue": 1, "expected_latency_ns": 0.001, "min_duration_ms": 1000000000000}, "exact_inputs": {"final_query_issued_ns": 0}}""", "the times or counts together exceed 64 bits")]
    public void Score_FileThatCannotBeScored_SaysWhyInOneLine(string json, string problem)
    {
        using var person = new Inferbench();

        person.Run("score", person.Write("samples.json", json), "--json").Complains("samples.json: " + problem);
    }

    private static string Server(int count, long latencyNs) => JsonSerializer.Serialize(new
    {
        scenario = "Server",
        latencies_ns = Enumerable.Repeat(latencyNs, count),
        settings = new { percentile = 0.9, min_duration_ms = 0, min_query_count = 1, target_latency_ns = 15_000_000 },
        exact_inputs = new { final_query_scheduled_ns = 1_000_000_000 },
    });
}
