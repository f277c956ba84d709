using InferBench.Cli.Comparing;
using InferBench.Core.Errors;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Cli.Tests.Comparing;

public sealed class PublishedModelsTests
{
    private static readonly RunModel Model = new("reader", "fp32", "cpu", "model.onnx", "5ha", 1, null, null, null, null, Synthetic: false);

    [Fact]
    public void RequireSame_TheSameModels_LetsThemRun() => PublishedModels.RequireSame(Run(), [Model, Model with { Bytes = 1 }]);

    [Fact]
    public void RequireSame_OtherContentOrName_SaysWhichOneIsMeant()
    {
        var problem = Assert.Throws<BadInputException>(() => PublishedModels.RequireSame(
            Run(), [Model with { Sha256 = "beef" }, Model with { Name = "copy" }, Model with { Name = "other", Sha256 = "cafe" }]));

        Assert.Equal(
            [
                "run-1: reader fp32 cpu: is another model here: sha256 beef instead of 5ha",
                "run-1: copy fp32 cpu: the published run calls this model reader fp32; give its folder that name",
                "run-1: other fp32 cpu: the published run has no such model",
            ],
            problem.Message.Split('\n'));
    }

    [Fact]
    public void RequireHere_AModelThatIsMissing_SaysItsHashAndTheMend()
    {
        var problem = Assert.Throws<BadInputException>(() => PublishedModels.RequireHere(Run(), ["nowhere/reader"], _ => false));

        Assert.Equal("run-1: model '~/reader' is not here (sha256 5ha); say where it lies with --model", problem.Message);
        PublishedModels.RequireHere(Run(), ["llama-tiny"], name => name == "llama-tiny");
    }

    private static RunDocument Run() => new()
    {
        SchemaVersion = 1,
        RunId = "run-1",
        Tool = new ToolVersion("0.1.0", null, null),
        StartedAt = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero),
        Complete = true,
        Argv = [],
        PlanAsked = new Plan(),
        Plan = new Plan { Models = ["~/reader"] },
        Environment = new RunEnvironment("Linux", "x64", null, 2, [], null, null, ".NET 10", null, null, []),
        Price = new HourlyPrice(0.1, "assumed", null, Assumed: true),
        Models = [Model],
        Shards = [],
        Cells = [],
    };
}
