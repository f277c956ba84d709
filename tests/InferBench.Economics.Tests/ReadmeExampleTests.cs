using System.Globalization;
using InferBench.Economics.Catalog;
using InferBench.Tests;

namespace InferBench.Economics.Tests;

[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Readme_Example_RunsAsItStands()
    {
        var output = ReadmeExample.OutputOf("InferBench.Economics", () =>
        {
            // README
            var catalog = PriceCatalog.Load(overridesPath: null, today: new DateOnly(2026, 11, 20));
            var cheapest = catalog.CloudQuotes("nvidia-h100-sxm-80", new DateOnly(2026, 11, 20))[0];

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cheapest.Offer.Id}: ${cheapest.UsdPerGpuHour:0.00} per GPU and hour, seen {cheapest.Price.AsOf}"));
            // end
        });

        Assert.Matches(@"^\S+: \$\d+\.\d\d per GPU and hour, seen \d{4}-\d\d", output);
    }
}

/// <summary>The example prints to the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
