using System.Text.RegularExpressions;
using InferBench.Core.Errors;
using InferBench.Core.Json;
using InferBench.Reporting.Results;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Results;

public sealed partial class ResultsIndexTests
{
    [Fact]
    public void Of_PublishedRuns_IsWhatThisRepositoryPublishes()
    {
        var results = Results();

        // Runs that somebody made here and did not publish are none of it.
        var index = ResultsIndex.Of(results, [.. PublishedRun().Matches(File.ReadAllText(Path.Combine(results, "README.md"))).Select(match => match.Groups["run"].Value)]);

        Assert.NotEmpty(index.Runs);
        Assert.Equal(File.ReadAllText(Path.Combine(results, ResultsIndex.FileName)).ReplaceLineEndings("\n"), index.Json());
    }

    [Fact]
    public void Of_AFolderOfRuns_HasTheCheapestValidCellOfEachAndPassesOverTheRest()
    {
        using var folder = new TempFolder();
        folder.Write("2-run/run.json", System.Text.Json.JsonSerializer.Serialize(SampleRuns.Default(), CoreJson.Default.RunDocument));
        folder.Write("1-items/run.json", System.Text.Json.JsonSerializer.Serialize(SampleRuns.OneShots(), CoreJson.Default.RunDocument));
        folder.Write("3-load/scenario.json", "{}");

        var index = ResultsIndex.Of(folder.Path);

        Assert.Equal(["1-items", "2-run"], index.Runs.Select(run => run.Id));
        Assert.Equal(["items", "output-tokens"], index.Runs.Select(run => Assert.Single(run.Best).Unit));

        // 0.10 / 3600 / 268 × 10⁶: int8 at batch 8.
        Assert.Equal((8, 0.10365), (index.Runs[1].Best[0].Cell.Batch, Math.Round(index.Runs[1].Best[0].UsdPerMillion.Value, 5)));
        Assert.Equal((12, 10), (index.Runs[1].Cells, index.Runs[1].ValidCells));
        Assert.True(index.Runs[1].Price.Assumed);
    }

    [Fact]
    public void Of_NoFolderOrNoSuchRun_SaysSo()
    {
        using var folder = new TempFolder();

        Assert.Contains("there is no such folder", Assert.Throws<BadInputException>(() => ResultsIndex.Of(folder.File("nowhere"))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no such run", Assert.Throws<BadInputException>(() => ResultsIndex.Of(folder.Path, ["gone"])).Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| \[(?<run>[^\]]+)\]\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PublishedRun();

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
