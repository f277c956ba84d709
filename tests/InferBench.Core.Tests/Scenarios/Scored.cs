using System.Buffers;
using System.Text.Json;
using InferBench.Core.Scenarios;

namespace InferBench.Core.Tests.Scenarios;

/// <summary>Runs to score, and their results as LoadGen logs them.</summary>
internal static class Scored
{
    public static ScenarioResult Of(string json, LoadScenario? asked = null)
    {
        using var document = JsonDocument.Parse(json);
        var recorded = RecordedRunReader.Read(document.RootElement, "samples.json", asked);
        return ScenarioScorer.Score(recorded.Settings, recorded.Run);
    }

    public static JsonElement Log(ScenarioResult result)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            LoadGenLog.Write(json, result);
        }

        return JsonDocument.Parse(text.WrittenMemory).RootElement;
    }

    /// <summary>A Server run of 100 ms at most, due at once; only what a test is about differs.</summary>
    public static ScenarioResult Server(IReadOnlyList<long> latenciesNs, Func<ScenarioSettings, ScenarioSettings>? change = null)
    {
        var settings = ScenarioSettings.For(LoadScenario.Server) with { MinDurationMs = 0, MinQueryCount = 1 };
        return ScenarioScorer.Score(change?.Invoke(settings) ?? settings, new ScenarioRun(latenciesNs) { FinalQueryScheduledNs = 1_000_000_000 });
    }

    public static ScenarioResult Stream(IReadOnlyList<long> latenciesNs, Func<ScenarioSettings, ScenarioSettings>? change = null)
    {
        var settings = ScenarioSettings.For(LoadScenario.SingleStream) with { MinDurationMs = 0, MinQueryCount = 1 };
        return ScenarioScorer.Score(change?.Invoke(settings) ?? settings, new ScenarioRun(latenciesNs) { FinalQueryIssuedNs = latenciesNs.Sum() - latenciesNs[^1] });
    }
}
