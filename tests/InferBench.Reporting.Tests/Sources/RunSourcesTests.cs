using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Core.Verification;
using InferBench.Reporting.Sources;
using InferBench.Reporting.Tests.Charts;
using InferBench.Tests;

namespace InferBench.Reporting.Tests.Sources;

public sealed class RunSourcesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FoldersDocumentsAndAFolderOfRuns_GivesEachRunOnce()
    {
        Stored("results/a");
        Stored("results/b");

        var sources = RunSources.Read([_folder.File("results/b"), _folder.File("results/a/run.json"), _folder.File("results")], out var leftOut);

        Assert.Equal([_folder.File("results/b"), _folder.File("results/a")], sources.Select(source => source.Folder));
        Assert.Empty(leftOut);
    }

    [Fact]
    public void Read_WhatAShellBringsAlong_LeavesOutWhatIsNoRun()
    {
        Stored("results/a");
        _folder.Write("results/README.md", "# Results");
        _folder.Write("results/loads/scenario.json", "{}");

        var sources = RunSources.Read([_folder.File("results/README.md"), _folder.File("results/a"), _folder.File("results/loads")], out var leftOut);

        Assert.Single(sources);
        Assert.Equal([_folder.File("results/README.md"), _folder.File("results/loads")], leftOut);
    }

    [Fact]
    public void Read_NoRunAtAll_NamesEachPathWithItsProblem()
    {
        var broken = _folder.Write("run.json", "{}");

        Assert.Contains("is no run; give a run's folder", Complaint(_folder.Write("notes.md", "")), StringComparison.Ordinal);
        Assert.Contains("there is no run.json in it, nor in a folder in it", Complaint(_folder.Write("empty/x", "")[..^2]), StringComparison.Ordinal);
        Assert.Equal(
            ["nowhere: there is no such run", $"{broken}: not a run document: JSON deserialization for type"],
            Complaint("nowhere", broken).Split('\n').Select(line => line.Split(" 'Infer")[0]));
        Assert.StartsWith("none of these is a run", Complaint(_folder.File("notes.md"), _folder.File("empty")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ADocumentThatWasChanged_IsReadAndMarked()
    {
        var file = Stored("a");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"usdPerHour\": 0.1", "\"usdPerHour\": 0.2", StringComparison.Ordinal));

        Assert.True(Assert.Single(RunSources.Read([file], out _)).Altered);
    }

    [Fact]
    public void Read_ADocumentThatCannotBeComputedWith_IsRefusedByCell()
    {
        var run = SampleRuns.Default();
        var file = Stored("a", run with { Cells = [run.Cells[0] with { Cell = run.Cells[0].Cell with { Batch = 0 } }] });

        Assert.Contains("cells[0]: batch and generated tokens must be 1 or more", Complaint(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_InTheRunsOwnFolder_KeepsItsSumsAndTouchesNothingElse()
    {
        var file = Stored("a");
        FileSums.Write(_folder.File("a"));
        var before = File.ReadAllBytes(file);

        var written = ReportTarget.Write(RunSources.Read([_folder.File("a")], out _), output: null, new());

        Assert.Contains(_folder.File("a/report.html"), written);
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.Empty(FileSums.Check(_folder.File("a"))!);
    }

    [Fact]
    public void Write_OverADocumentThatWasChanged_DoesNotMakeItGood()
    {
        var file = Stored("a");
        FileSums.Write(_folder.File("a"));
        File.AppendAllText(file, " ");

        ReportTarget.Write(RunSources.Read([_folder.File("a")], out _), output: null, new());

        Assert.Equal(["run.json: was changed since SHA256SUMS was written"], FileSums.Check(_folder.File("a"))!);
    }

    [Fact]
    public void Write_OneFile_WritesThatFileAlone()
    {
        Stored("a");

        var written = ReportTarget.Write(RunSources.Read([_folder.File("a")], out _), _folder.File("out/answer.md"), new());

        Assert.Equal([_folder.File("out/answer.md")], written);
        Assert.Single(Directory.GetFiles(_folder.File("out")));
        Assert.DoesNotContain("](charts/", File.ReadAllText(written[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AFormatThatIsNotWritten_IsRefused()
    {
        Stored("a");

        var problem = Assert.Throws<BadInputException>(() => ReportTarget.Write(RunSources.Read([_folder.File("a")], out _), _folder.File("a.pdf"), new()));

        Assert.Equal("--out: no report is written as '.pdf'; use a folder, or a file that ends in .html, .md, .csv", problem.Message);
    }

    [Fact]
    public void Write_IntoAFolder_DrawsEachChartInBothFormatsAndKeepsTheSums()
    {
        Stored("a");
        FileSums.Write(_folder.File("a"));

        ReportTarget.Write(RunSources.Read([_folder.File("a")], out _), output: null, new());

        string[] Names(string extension) => [.. Directory.GetFiles(_folder.File("a/charts"), extension).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
        Assert.NotEmpty(Names("*.png"));
        Assert.Equal(Names("*.svg"), Names("*.png"));
        Assert.Empty(FileSums.Check(_folder.File("a"))!);
    }

    private string Complaint(params string[] paths) => Assert.Throws<BadInputException>(() => RunSources.Read(paths, out _)).Message;

    private string Stored(string name, RunDocument? run = null)
    {
        Directory.CreateDirectory(_folder.File(name));
        var file = Path.Combine(_folder.File(name), "run.json");
        File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(RunDigest.Sealed(run ?? SampleRuns.Default()), Indented));
        return file;
    }

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<RunDocument> Indented =
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<RunDocument>)new Core.Json.CoreJson(new System.Text.Json.JsonSerializerOptions(Core.Json.CoreJson.Default.Options) { WriteIndented = true }).GetTypeInfo(typeof(RunDocument))!;
}
