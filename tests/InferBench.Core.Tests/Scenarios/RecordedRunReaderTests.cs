using InferBench.Core.Errors;
using InferBench.Core.Scenarios;
using InferBench.Tests;

namespace InferBench.Core.Tests.Scenarios;

public sealed class RecordedRunReaderTests
{
    private const string Rest = "\"settings\": {}, \"exact_inputs\": {\"final_query_issued_ns\": 0}";

    [Theory]
    [InlineData("[1]", "samples.json: must hold one JSON object")]
    [InlineData("{\"latencies_ns\": [1], \"settings\": {}, \"exact_inputs\": {}}", "samples.json: scenario is missing; add it or give --scenario, one of SingleStream, MultiStream, Server, Offline")]
    [InlineData("{\"scenario\": \"Batch\"}", "samples.json: scenario is not known; use one of SingleStream, MultiStream, Server, Offline")]
    [InlineData("{\"scenario\": \"SingleStream\", " + Rest + "}", "samples.json: latencies_ns is missing")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [1]}", "samples.json: settings is missing")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [1], \"settings\": {}}", "samples.json: exact_inputs is missing")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [1], \"settings\": {}, \"exact_inputs\": {}}", "samples.json: exact_inputs.final_query_issued_ns is missing")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [1], \"settings\": 5, \"exact_inputs\": {}}", "samples.json: settings must be an object")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [], " + Rest + "}", "samples.json: latencies_ns is empty")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": 7, " + Rest + "}", "samples.json: latencies_ns must be a list of whole numbers")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [7, -1], " + Rest + "}", "samples.json: latencies_ns[1] is -1; it must be from 0 to 4611686018427387903")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [\"7\"], " + Rest + "}", "samples.json: latencies_ns[0] is text; it must be a whole number from 0 to 4611686018427387903")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [null], " + Rest + "}", "samples.json: latencies_ns[0] is null; it must be a whole number from 0 to 4611686018427387903")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [1.5], " + Rest + "}", "samples.json: latencies_ns[0] is 1.5; it must be a whole number from 0 to 4611686018427387903")]
    [InlineData("{\"scenario\": \"SingleStream\", \"latencies_ns\": [99999999999999999999], " + Rest + "}", "samples.json: latencies_ns[0] is 99999999999999999999; it must be a whole number from 0 to 4611686018427387903")]
    [InlineData("{\"scenario\": \"MultiStream\", \"latencies_ns\": [1, 2, 3], \"settings\": {\"spq\": 2}, \"exact_inputs\": {}}", "samples.json: latencies_ns has 3 samples, which is no multiple of the 2 of a query (settings.spq)")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"settings\": {}, \"exact_inputs\": {}}", "samples.json: exact_inputs.final_query_scheduled_ns is missing; only with settings.schedule_rng_seed and settings.target_qps can it be computed")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"settings\": {\"target_qps\": 0}, \"exact_inputs\": {}}", "samples.json: settings.target_qps is 0; it must be a number from 1E-06 to 1000000000")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"settings\": {\"percentile\": 99}, \"exact_inputs\": {}}", "samples.json: settings.percentile is 99; it must be a number from 1E-09 to 0.999999999")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"settings\": {\"use_token_latencies\": 1}, \"exact_inputs\": {\"final_query_scheduled_ns\": 0}}", "samples.json: tokens is missing")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"tokens\": {\"n_tokens\": [2, 2]}, \"settings\": {\"use_token_latencies\": 1}, \"exact_inputs\": {\"final_query_scheduled_ns\": 0}}", "samples.json: tokens.n_tokens has 2 values for 1 samples")]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [1], \"tokens\": {\"n_tokens\": [2], \"ttft_ns\": [2]}, \"settings\": {\"use_token_latencies\": true}, \"exact_inputs\": {\"final_query_scheduled_ns\": 0}}", "samples.json: tokens.ttft_ns[0] is longer than the latency of its sample")]
    public void Read_CannotBeScored_SaysWhichFieldInOneLine(string json, string problem) =>
        Assert.Equal(problem, Assert.Throws<BadInputException>(() => Scored.Of(json)).Message);

    [Theory]
    [InlineData("{\"scenario\": \"Server\", \"latencies_ns\": [NaN]}", "samples.json: is not JSON: 'N' is an invalid start of a value (line 1)")]
    [InlineData("{\"scenario\": \"Server\", \"scenario\": \"Offline\"}", "samples.json: is not JSON: Duplicate property 'scenario'")]
    [InlineData("", "samples.json: is not JSON")]
    public void Read_FileThatIsNotJson_SaysWhere(string text, string problem)
    {
        using var folder = new TempFolder();

        var thrown = Assert.Throws<BadInputException>(() => RecordedRunReader.Read(folder.Write("samples.json", text), asked: null));

        Assert.StartsWith(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileTooLarge_IsRefusedBeforeItIsRead()
    {
        using var folder = new TempFolder();
        var path = folder.Write("samples.json", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength((64L << 20) + 1);
        }

        Assert.Equal("samples.json: is larger than 64 MiB; give a part of it", Assert.Throws<BadInputException>(() => RecordedRunReader.Read(path, null)).Message);
    }

    [Fact]
    public void Read_OtherScenarioAsked_IsRefused() => Assert.Equal(
        "samples.json: scenario is Offline, and --scenario says Server",
        Assert.Throws<BadInputException>(() => Scored.Of("{\"scenario\": \"Offline\"}", LoadScenario.Server)).Message);

    [Fact]
    public void Read_ServerWithoutTimes_TakesLoadGensArrivals()
    {
        var result = Scored.Of("{\"scenario\": \"Server\", \"latencies_ns\": [5, 5, 5], \"settings\": {\"target_qps\": 100, \"schedule_rng_seed\": \"1\"}, \"exact_inputs\": {}}");

        Assert.Equal(PoissonArrivals.From(1, 100).ElementAt(2), result.DurationNs);
    }

    [Fact]
    public void Read_FieldThatIsNotKnown_IsNamedInANote()
    {
        using var folder = new TempFolder();
        var path = folder.Write("samples.json", "{\"latencies_ns\": [1], \"settings\": {\"min_duraton_ms\": 5}, \"exact_inputs\": {\"max_latency_ns\": 2}, \"x\\u001b[2J\": 1}");

        var recorded = RecordedRunReader.Read(path, LoadScenario.Offline);

        Assert.Equal(
            [
                "not known, and not used: x?[2J, settings.min_duraton_ms",
                "exact_inputs.max_latency_ns is 2, and the longest of the latencies is 1; the former is used",
            ],
            recorded.Notes);
    }

    [Fact]
    public void Read_SamplesIssued_TakesTheFirst() =>
        Assert.Equal(2, Scored.Of("{\"scenario\": \"Offline\", \"samples_issued\": 2, \"latencies_ns\": [1, 2, 3], \"settings\": {}, \"exact_inputs\": {}}").Latencies.Count);

    [Theory]
    [InlineData("server")]
    [InlineData("single-stream")]
    [InlineData("MULTISTREAM")]
    public void Find_NameInAnyCase_IsTheScenario(string name) => Assert.NotNull(ScenarioNames.Find(name));
}
