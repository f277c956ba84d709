namespace InferBench.EndToEnd.Tests.Bundles;

/// <summary>Tests that share one unpacked bundle: making one takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class BundleCollection : ICollectionFixture<BundleFixture>
{
    public const string Name = "bundle";
}
