using System.Diagnostics;
using System.Text.Json;
using InferBench.EndToEnd.Tests.Processes;
using InferBench.Tests;

namespace InferBench.EndToEnd.Tests.Loads;

public sealed class LoadTests
{
    /// <summary>Limits that any machine keeps, and few queries: what is tested is that the parts work together.</summary>
    private static readonly string[] Quick = ["--model", "llama-tiny", "--prompt", "8", "--gen", "4", "--min-duration", "100ms", "--min-queries", "20"];

    [Theory]
    [InlineData("SingleStream", "--percentile", "50")]
    [InlineData("MultiStream", "--percentile", "50", "--samples-per-query", "3", "--max-batch", "2")]
    [InlineData("Server", "--percentile", "50", "--qps", "200", "--ttft", "60s", "--tpot", "60s")]
    [InlineData("Offline", "--max-batch", "4")]
    public void Load_EachScenario_IsKeptAndScoresTheSameAgain(string scenario, params string[] more)
    {
        using var person = new Inferbench();

        var finished = person.Run(["load", "--scenario", scenario, .. Quick, .. more]);

        var words = finished.Output.Split('\n').Single(line => line.Contains($"VALID: {scenario}, ", StringComparison.Ordinal));
        finished.ExitsWith(words.StartsWith("VALID", StringComparison.Ordinal) ? 0 : 1);
        Assert.Contains("per million output tokens", finished.Output, StringComparison.Ordinal);
        Assert.Contains("is no MLPerf result", finished.Output, StringComparison.Ordinal);
        var file = Path.Combine(person.OnlyRun, "scenario.json");
        using var kept = JsonDocument.Parse(File.ReadAllBytes(file));
        var scored = person.Run("score", file, "--json").ExitsWith(finished.ExitCode);
        using var again = JsonDocument.Parse(scored.Output);
        Assert.Empty(scored.Errors);
        Assert.True(JsonElement.DeepEquals(kept.RootElement.GetProperty("inferbench").GetProperty("result"), again.RootElement));
        Assert.Equal([file], Directory.GetFiles(person.OnlyRun));
    }

    [NeedsModelsFact("tiny-bert")]
    public void Load_Encoder_IsCountedInItemsAndHasNoTokens()
    {
        using var person = new Inferbench();

        var finished = person.Run(
            "load", "--scenario", "server", "--model", TestModels.Path("tiny-bert"), "--prompt", "16", "--qps", "200", "--target-latency", "60s", "--percentile", "50",
            "--min-duration", "100ms", "--min-queries", "20", "--json").ExitsWith(0);

        using var document = JsonDocument.Parse(finished.Output);
        Assert.False(document.RootElement.TryGetProperty("tokens", out _));
        Assert.Equal("VALID", document.RootElement.GetProperty("inferbench").GetProperty("result").GetProperty("result_validity").GetString());
        Assert.True(document.RootElement.GetProperty("latencies_ns").GetArrayLength() >= 20);
    }

    [Fact]
    public void LoadJson_Server_IsTheKeptDocumentAlone()
    {
        using var person = new Inferbench();

        var finished = person.Run(["load", "--scenario", "server", "--qps", "200", "--percentile", "50", .. Quick, "--json"]);

        Assert.Equal(File.ReadAllText(Path.Combine(person.OnlyRun, "scenario.json")).Trim(), finished.Output.Trim());
        using var document = JsonDocument.Parse(finished.Output);
        var own = document.RootElement.GetProperty("inferbench");
        Assert.True(own.GetProperty("lateness").GetProperty("medianNs").GetInt64() >= 0);
        Assert.Equal(64, own.GetProperty("model").GetProperty("sha256").GetString()!.Length);
        Assert.Equal(document.RootElement.GetProperty("latencies_ns").GetArrayLength(), own.GetProperty("batches").EnumerateArray().Sum(use => use.GetProperty("queries").GetInt64()));
        Assert.DoesNotContain(person.Home, finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadSearch_LimitThatNothingKeeps_ShowsTheRateAndExitsWith1()
    {
        using var person = new Inferbench();

        var finished = person.Run(["load", "--scenario", "server", "--search", "--qps", "200", "--percentile", "50", "--target-latency", "1us", .. Quick]).ExitsWith(1);

        Assert.Contains("tried 200 queries/s: INVALID", finished.Output, StringComparison.Ordinal);
        Assert.Contains("No rate that was tried is valid", finished.Output, StringComparison.Ordinal);
    }

    [InterruptFact]
    public void Load_CtrlC_ExitsWith130AndLeavesNoWorker()
    {
        using var person = new Inferbench();
        using var command = person.Start(["load", "--scenario", "server", "--model", "llama-tiny", "--min-duration", "10m"]);
        Eventually.IsTrue(() => person.Runs.Any(run => File.Exists(Path.Combine(run, "probes.jsonl"))), "the loaded session");
        var worker = Workers.Of(command);

        command.Interrupt(worker);

        Assert.Contains("a scenario that is cut short has no result", command.WaitForExit().ExitsWith(130).Output, StringComparison.Ordinal);
        Workers.IsGone(worker);
        Assert.Empty(person.Runs);
    }

    [UnixFact]
    public void Load_WorkerIsKilled_SaysSoInOneLine()
    {
        using var person = new Inferbench();
        using var command = person.Start(["load", "--scenario", "server", "--model", "llama-tiny", "--min-duration", "10m"]);
        Eventually.IsTrue(() => person.Runs.Any(run => File.Exists(Path.Combine(run, "probes.jsonl"))), "the loaded session");
        var worker = Workers.Of(command);

        using (var process = Process.GetProcessById(worker))
        {
            process.Kill();
        }

        Assert.StartsWith("inferbench: the worker was killed by signal 9", command.WaitForExit().ExitsWith(1).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target-latency: '5' is not a time; write a number and its unit", "--scenario", "server", "--target-latency", "5")]
    [InlineData("--ttft is for Server; leave it out", "--scenario", "offline", "--ttft", "1s")]
    [InlineData("--tpot is the time of each token after the first", "--scenario", "server", "--tpot", "5ms", "--gen", "1")]
    [InlineData("need 300 tokens; llama-tiny has a context of 256", "--scenario", "server", "--prompt", "290", "--gen", "10")]
    public void Load_WrongInput_SaysWhyInOneLine(string problem, params string[] arguments)
    {
        using var person = new Inferbench();

        person.Run(["load", "--model", "llama-tiny", .. arguments]).Complains(problem);
        Assert.Empty(person.Runs);
    }
}
