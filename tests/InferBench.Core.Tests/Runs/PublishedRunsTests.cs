using System.Text.Json;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Runs;

namespace InferBench.Core.Tests.Runs;

/// <summary>The runs that this repository publishes, as later versions of the program must still read them.</summary>
public sealed class PublishedRunsTests
{
    public static TheoryData<string> Published { get; } = [.. Directory.EnumerateDirectories(Results()).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Published))]
    public void Deserialize_PublishedRun_HasItsCells(string run)
    {
        var document = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(Results(), run, "run.json")), CoreJson.Default.RunDocument)!;

        Assert.NotEmpty(document.Cells);
        Assert.All(document.Cells, cell => Assert.True(cell.Cell.IsOneShot ? cell.Items is not null : cell.Metrics is not null));
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void Build_PublishedJournal_ComputesThePublishedFigures(string run)
    {
        var published = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(Results(), run, "run.json")), CoreJson.Default.RunDocument)!;

        var built = RunDocumentBuilder.Build(JournalReader.Read(Path.Combine(Results(), run, "journal.jsonl")));

        // Intervals may be computed otherwise by a later version; what was measured stays what it was.
        Assert.Equal(published.Cells.Select(Figures), built.Cells.Select(Figures));
    }

    private static (string Key, int? Operations, double? Rate, double? Ttft, double? Latency) Figures(RunCell cell) => (
        cell.Key,
        cell.Metrics?.Operations ?? cell.Items?.Operations,
        cell.Metrics?.OutputTokensPerSecond.Value ?? cell.Items?.ItemsPerSecond.Value,
        cell.Metrics?.TtftNs.Mean.Value,
        cell.Items?.LatencyNs.Mean.Value);

    private static string Results()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InferBench.sln")))
            {
                return Path.Combine(folder.FullName, "results");
            }
        }

        throw new InvalidOperationException("The tests do not run from a checkout.");
    }
}
