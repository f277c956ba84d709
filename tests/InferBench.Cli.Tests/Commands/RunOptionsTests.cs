using System.CommandLine;
using InferBench.Cli.Commands;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Tests;

namespace InferBench.Cli.Tests.Commands;

public sealed class RunOptionsTests
{
    [Fact]
    public void Read_NoOptions_IsAnEmptyPlanFromTheCommandLine()
    {
        var (plan, source) = Read();

        Assert.Equal(new Plan(), plan);
        Assert.Equal("command line", source);
    }

    [Fact]
    public void Read_Lists_AreSplitAtCommas()
    {
        var plan = Read("--model", "llama-15m, folder", "--precision", "fp32,int4", "--provider", "cpu,cuda").Plan;

        Assert.Equal(["llama-15m", "folder"], plan.Models);
        Assert.Equal(["fp32", "int4"], plan.Precisions);
        Assert.Equal(["cpu", "cuda"], plan.Providers);
    }

    [Fact]
    public void Read_Ranges_AreExpandedOnce()
    {
        var plan = Read("-b", "1,2,2-16*2", "-p", "8-24+8", "-g", "64").Plan;

        Assert.Equal([1, 2, 4, 8, 16], plan.Batches);
        Assert.Equal([8, 16, 24], plan.Prompts);
        Assert.Equal([64], plan.Generated);
    }

    [Fact]
    public void Read_PromptIds_KeepRepeatedIdsInOrder() => Assert.Equal([1, 7, 7, 3, 1], Read("--prompt-ids", "1,7,7,3,1").Plan.PromptIds);

    [Fact]
    public void Read_StopRules_AreMeasureSettings()
    {
        var plan = Read("--seconds", "1.5", "--target-interval", "0.01", "--min-ops", "3", "--max-ops", "9", "--cell-timeout", "60").Plan;

        Assert.Equal(
            new MeasureSettings { SecondsPerCell = 1.5, TargetInterval = 0.01, MinOperations = 3, MaxOperations = 9, CellTimeoutSeconds = 60 },
            plan.Measure);
    }

    [Fact]
    public void Read_Dimensions_AreShapeOverrides()
    {
        var plan = Read(
            "--layers", "1", "--hidden", "64", "--heads", "8", "--kv-heads", "2", "--head-size", "16", "--ffn", "128", "--vocab", "300", "--context", "99").Plan;

        Assert.Equal(
            new ShapeOverrides { Layers = 1, Hidden = 64, Heads = 8, KvHeads = 2, HeadSize = 16, Ffn = 128, Vocab = 300, Context = 99 }, plan.Shape);
    }

    [Theory]
    [InlineData("invariant")]
    [InlineData("ru-RU")]
    public void Read_Numbers_HaveDecimalPointsInEveryCulture(string culture)
    {
        using var scope = new CultureScope(culture == "invariant" ? "" : culture);

        Assert.Equal(0.192, Read("--usd-per-hour", "0.192").Plan.UsdPerHour);
    }

    [Theory]
    [InlineData("--threads", "two", "--threads: 'two' is not a whole number")]
    [InlineData("--threads", "2.5", "--threads: '2.5' is not a whole number")]
    [InlineData("--layers", "99999999999", "--layers: 99999999999 is too large")]
    [InlineData("--seconds", "NaN", "--seconds: 'NaN' is not a number")]
    [InlineData("--seconds", "0,5", "--seconds: '0,5' is not a number; write a decimal point, such as 0.5")]
    [InlineData("--usd-per-hour", "Infinity", "--usd-per-hour: 'Infinity' is not a number")]
    [InlineData("--batch", "8-2", "--batch: '8-2' runs backwards: the first value must not exceed the last")]
    [InlineData("--gen", "", "--gen: '' is not a number, a list or a range such as 1,2,4-32*2")]
    public void Read_ValueCannotBeUsed_NamesTheOption(string option, string value, string problem)
    {
        var thrown = Assert.Throws<BadInputException>(() => Read(option, value));

        Assert.Equal(problem, thrown.Message);
    }

    [Fact]
    public void Read_PlanFileAndOptions_OptionsReplaceFields()
    {
        using var folder = new TempFolder();
        var file = folder.Write("plan.json", """{ "models": ["llama-15m"], "batches": "1-4", "seed": 7, "measure": { "secondsPerCell": 2, "minOperations": 4 }, "shape": { "layers": 2 } }""");

        var (plan, source) = Read("--plan", file, "--batch", "8", "--min-ops", "6", "--vocab", "300");

        Assert.Equal(file, source);
        Assert.Equal(["llama-15m"], plan.Models);
        Assert.Equal([8], plan.Batches);
        Assert.Equal(7, plan.Seed);
        Assert.Equal(new MeasureSettings { SecondsPerCell = 2, MinOperations = 6 }, plan.Measure);
        Assert.Equal(new ShapeOverrides { Layers = 2, Vocab = 300 }, plan.Shape);
    }

    [Fact]
    public void Read_PromptIdsBesideAPlansPrompts_ReplaceThem()
    {
        using var folder = new TempFolder();
        var file = folder.Write("plan.json", """{ "prompts": [128] }""");

        var plan = Read("--plan", file, "--prompt-ids", "1,2").Plan;

        Assert.Null(plan.Prompts);
        Assert.Equal([1, 2], plan.PromptIds);
    }

    [Fact]
    public void Read_PromptBesideAPlansPromptIds_ReplacesThem()
    {
        using var folder = new TempFolder();
        var file = folder.Write("plan.json", """{ "promptIds": [1, 2] }""");

        var plan = Read("--plan", file, "--prompt", "64").Plan;

        Assert.Equal([64], plan.Prompts);
        Assert.Null(plan.PromptIds);
    }

    private static (Plan Plan, string Source) Read(params string[] arguments)
    {
        var options = new RunOptions();
        var command = new Command("run");
        options.AddTo(command);
        return options.Read(command.Parse(arguments));
    }
}
