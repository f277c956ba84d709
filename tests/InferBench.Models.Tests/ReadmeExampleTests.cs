using InferBench.Models.Onnx;
using InferBench.Models.Synthetic;
using InferBench.Tests;

namespace InferBench.Models.Tests;

[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Readme_Example_RunsAsItStands()
    {
        using var scratch = new TempFolder();
        var folder = scratch.Path;

        var output = ReadmeExample.OutputOf("InferBench.Models", () =>
        {
            // README
            var built = SyntheticModelBuilder.Build(SyntheticModelSpec.Preset("llama-tiny"), folder);
            var model = OnnxModelReader.Read(built.ModelPath);

            Console.WriteLine($"{model.Graph.Nodes.Count} nodes, {model.Graph.Initializers.Count} tensors");
            // end
        });

        Assert.Matches(@"^\d+ nodes, \d+ tensors$", output);
    }
}

/// <summary>The example prints to the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
