using InferBench.Models.Hub;

namespace InferBench.Models.Tests.Hub;

public sealed class WellKnownModelsTests
{
    [Fact]
    public void All_Names_CanBePulledAndAreThereOnce()
    {
        Assert.InRange(WellKnownModels.All.Count, 10, 15);
        Assert.All(WellKnownModels.All, model => Assert.Equal(model.Repo, HubRepo.Parse(model.Repo).Name));
        Assert.Equal(WellKnownModels.All.Count, WellKnownModels.All.DistinctBy(model => model.Repo).Count());
    }

    [Fact]
    public void All_Facts_NameTheirSourceAndWhatIsRecalled() =>
        Assert.All(WellKnownModels.All, model => Assert.False(string.IsNullOrEmpty(model.Source) || string.IsNullOrEmpty(model.Licence) || model.Recalled is ""));
}
