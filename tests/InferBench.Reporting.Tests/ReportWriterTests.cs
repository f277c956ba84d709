using System.Xml.Linq;
using InferBench.Core.Errors;
using InferBench.Reporting.Reports;
using InferBench.Tests;

namespace InferBench.Reporting.Tests;

public sealed class ReportWriterTests
{
    [Fact]
    public void Write_ARun_WritesEveryReportIntoTheFolderAndNothingElse()
    {
        using var folder = new TempFolder();

        var written = ReportWriter.Write(SampleRuns.Default(), folder.File("run"));

        Assert.Equal(
            [
                "cells.csv",
                "cells.jsonl",
                .. from chart in (string[])["cost-by-batch", "cost-by-speed", "cost-by-tpot", "cost-by-ttft", "frontier", "throughput-by-batch"]
                   from extension in (string[])["json", "png", "svg"]
                   select $"charts/{chart}.{extension}",
                "report.html",
                "report.md",
            ],
            Files(folder));
        Assert.Equal(Files(folder).Count, written.Count);
        Assert.All(written, file => Assert.True(File.Exists(file)));
    }

    [Fact]
    public void Write_ReportsThatAreThere_ReplacesThemAndLeavesOtherFilesAlone()
    {
        using var folder = new TempFolder();
        folder.Write("run/report.md", "old");
        folder.Write("run/run.json", "{}");

        ReportWriter.Write(SampleRuns.Default(), folder.File("run"));

        Assert.StartsWith("# InferBench", File.ReadAllText(folder.File("run/report.md")), StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(folder.File("run/run.json")));
    }

    [Fact]
    public void Write_ChartsFolderIsALinkElsewhere_WritesNothingThrough()
    {
        if (OperatingSystem.IsWindows())
        {
            // Making a link needs a privilege there.
            return;
        }

        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("elsewhere"));
        Directory.CreateDirectory(folder.File("run"));
        Directory.CreateSymbolicLink(folder.File("run/charts"), folder.File("elsewhere"));

        var problem = Assert.Throws<BadInputException>(() => ReportWriter.Write(SampleRuns.Default(), folder.File("run")));

        Assert.Contains("is a link", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.File("elsewhere")));
    }

    [Fact]
    public void Write_HostileNames_StaysInsideTheFolderAndWellFormed()
    {
        using var folder = new TempFolder();

        var written = ReportWriter.Write(SampleRuns.Hostile() with { RunId = "../../escape" }, folder.File("run"));

        Assert.All(written, file => Assert.StartsWith(folder.File("run") + Path.DirectorySeparatorChar, file, StringComparison.Ordinal));
        Assert.All(written.Where(file => Path.GetExtension(file) is ".svg" or ".html"), file => XDocument.Load(file));
    }

    [Fact]
    public void Write_NoCellsOrFreeMachine_StillWritesReports()
    {
        using var folder = new TempFolder();

        ReportWriter.Write(SampleRuns.Of(), folder.File("empty"));
        ReportWriter.Write(SampleRuns.Default() with { Price = new(0, "mine already", null, Assumed: false) }, folder.File("free"));

        Assert.Contains("none of 0 planned cells", File.ReadAllText(folder.File("empty/report.md")), StringComparison.Ordinal);
        Assert.Contains("$0 per million output tokens", File.ReadAllText(folder.File("free/report.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../escape.svg")]
    [InlineData("charts/../../escape.svg")]
    [InlineData("/tmp/escape.svg")]
    public void Write_PathThatLeadsOut_IsRefused(string path)
    {
        using var folder = new TempFolder();

        Assert.Throws<ArgumentException>(() => new ReportFolder(folder.File("run")).Write(path, "text"));
        Assert.Empty(Files(folder, "."));
    }

    [Fact]
    public void Write_UnderAnotherCulture_GivesTheSameBytes()
    {
        using var folder = new TempFolder();
        ReportWriter.Write(SampleRuns.Default(), folder.File("invariant"));

        using (new CultureScope("ru-RU"))
        {
            ReportWriter.Write(SampleRuns.Default(), folder.File("russian"));
        }

        foreach (var file in Files(folder, "invariant"))
        {
            Assert.Equal(File.ReadAllBytes(folder.File($"invariant/{file}")), File.ReadAllBytes(folder.File($"russian/{file}")));
        }
    }

    private static List<string> Files(TempFolder folder, string name = "run") =>
    [
        .. Directory.GetFiles(folder.File(name), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.File(name), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
