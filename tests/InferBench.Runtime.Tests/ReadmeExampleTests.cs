using System.Diagnostics;
using InferBench.Core.Samples;
using InferBench.Models.Synthetic;
using InferBench.Runtime.Decoding;
using InferBench.Tests;

namespace InferBench.Runtime.Tests;

[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Readme_Example_RunsAsItStands()
    {
        using var scratch = new TempFolder();
        var folder = scratch.Path;

        var output = ReadmeExample.OutputOf("InferBench.Runtime", () =>
        {
            // README
            var model = SyntheticModelBuilder.Build(SyntheticModelSpec.Preset("llama-tiny"), folder).ModelPath;
            using var session = DecoderSession.Load(model, provider: "cpu", threads: 2);
            using var workload = session.CreateWorkload(batch: 1, promptLength: 4, generated: 8);
            workload.SetPrompt([1, 2, 3, 4]);

            var trace = new OperationTrace(capacity: 8);
            workload.Run(trace);
            Console.WriteLine($"{workload.Output(0).Length} tokens, the first after {Stopwatch.GetElapsedTime(trace.StartTicks, trace.TokenTicks[0]) > TimeSpan.Zero}");
            // end
        });

        Assert.Equal("8 tokens, the first after True", output);
    }
}

/// <summary>The example prints to the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
