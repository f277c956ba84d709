using InferBench.Core.Metrics;
using InferBench.Core.Plans;
using InferBench.Core.Samples;
using InferBench.Tests;

namespace InferBench.Core.Tests;

[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Readme_Example_RunsAsItStands()
    {
        var output = ReadmeExample.OutputOf("InferBench.Core", () =>
        {
            // README
            Cell cell = new("my-model", "fp32", "cpu", Batch: 4, PromptTokens: 128, GeneratedTokens: 3, Threads: 2);

            // One operation: when the ids of the whole batch were on the host, in nanoseconds from its start.
            OperationSample[] samples = [new(StartNs: 0, [200_000_000, 210_000_000, 220_000_000]), new(250_000_000, [198_000_000, 208_000_000, 218_000_000])];

            var metrics = DecoderMetricsCalculator.Compute(cell, samples);
            Console.WriteLine($"{metrics.TtftNs.Mean.Value / 1e6:0.0} ms to the first token, {metrics.OutputTokensPerSecond.Value:0.0} tok/s");
            // end
        });

        Assert.Equal("199.0 ms to the first token, 54.8 tok/s", output);
    }
}

/// <summary>The example prints to the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
