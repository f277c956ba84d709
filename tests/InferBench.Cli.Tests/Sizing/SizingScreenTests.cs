using System.Runtime.CompilerServices;
using System.Text.Json;
using InferBench.Cli.Sizing;
using InferBench.Cli.Terminal;
using InferBench.Economics.Sizing;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Sizing;

/// <summary>What the person sees, from the published run.</summary>
public sealed class SizingScreenTests
{
    private static readonly DateOnly Day = new(2026, 11, 28);

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_SizedFleet_IsItsSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(Printed(screen => SizingText.Show(screen, Size("ttft<2s,tpot<50ms", null))), "size.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_NoAnswer_IsItsSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);

        Snapshot.Matches(Printed(screen => SizingText.Show(screen, Size("tpot<1ms", 50))), "size-none.txt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ru-RU")]
    public void Show_Fit_IsItsSnapshotInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture);
        var report = FitQuestions.Answer(new("llama-3.3-70b", "int4-rtn-b128-sym-a16", null, 24, 8_192, 4, null, null, null), Day);

        Snapshot.Matches(Printed(screen => FitText.Show(screen, report)), "fit.txt");
    }

    [Fact]
    public void Show_FitOfARunsOwnModel_TakesItsMeasuredOverhead()
    {
        var report = FitQuestions.Answer(new(null, "int4", null, 8, 1_024, 64, null, Run(), null), Day);

        Assert.Equal(73_728, report.Answer.CacheBytesPerToken);
        Assert.Equal(167_194_567, report.Answer.One.WeightBytes);

        // By hand from the run: 504,139,776 resident bytes at batch 8, less the model's file and 113,246,208 bytes of cache.
        Assert.Equal(504_139_776 - 167_194_567 - 113_246_208, report.Answer.One.OverheadBytes);
    }

    [Fact]
    public void Json_SizedFleet_HasWhatTheScreenHas()
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(Size("ttft<2s,tpot<50ms", null), SizingJson.Default.SizingReport));

        Assert.Equal(json.RootElement.GetProperty("plan").GetProperty("machines").GetInt32() * 0.1 * 730, json.RootElement.GetProperty("plan").GetProperty("usdPerMonth").GetDouble(), 6);
        Assert.True(json.RootElement.GetProperty("plan").GetProperty("priceAssumed").GetBoolean());
    }

    private static SizingReport Size(string limits, int? percentile) => SizeAnswers.Answer(
        new([Run()], null, 300, (2_560, 1_280), 20, 10, new SizingSettings(ServiceLevelText.Parse(limits, percentile)), null, null, null, null), Day);

    private static string Run([CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "results", "20261120-131919-llama-110m"));

    private static string Printed(Action<Screen> show)
    {
        using var output = new StringWriter();
        show(Screen.On(output, redirected: true));

        // The catalog's figures may change under an answer that does not use them.
        return System.Text.RegularExpressions.Regex.Replace(output.ToString(), "catalog 20[^ \r\n]*", "catalog VERSION");
    }
}
