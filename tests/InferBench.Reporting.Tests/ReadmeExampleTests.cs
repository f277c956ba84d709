using System.Text.Json;
using InferBench.Core.Json;
using InferBench.Core.Runs;
using InferBench.Reporting;
using InferBench.Tests;

namespace InferBench.Reporting.Tests;

[Collection(nameof(ReadmeCollection))]
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Readme_Example_RunsAsItStands()
    {
        using var scratch = new TempFolder();
        var document = scratch.Write("run.json", JsonSerializer.Serialize(SampleRuns.Default(), CoreJson.Default.RunDocument));
        var folder = scratch.File("report");

        var output = ReadmeExample.OutputOf("InferBench.Reporting", () =>
        {
            // README
            // The path of a run.json, and the folder that reports go to.
            var run = RunDocumentReader.Read(document);
            var written = ReportWriter.Write(run, folder);

            Console.WriteLine($"{written.Count(path => Path.GetExtension(path) == ".svg")} charts, each as SVG and PNG, beside {Path.GetFileName(written[0])}");
            // end
        });

        Assert.Equal("6 charts, each as SVG and PNG, beside report.html", output);
    }
}

/// <summary>The example prints to the console, which is one for the process.</summary>
[CollectionDefinition(nameof(ReadmeCollection), DisableParallelization = true)]
public sealed class ReadmeCollection;
