using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using InferBench.Core.Journals;
using InferBench.Core.Metrics;
using InferBench.Core.Runs;
using InferBench.EndToEnd.Tests.Processes;

namespace InferBench.EndToEnd.Tests.Sweeps;

public sealed partial class SweepTests(SweepFixture sweeps) : IClassFixture<SweepFixture>
{
    public static TheoryData<string> Layouts => ["genai", "optimum"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_ThreePrecisionsTwoBatches_MeasuresEveryCell(string layout)
    {
        sweeps.Command(layout).ExitsWith(0);

        var document = RunFiles.Document(sweeps.Folder(layout));

        Assert.True(document.Complete);
        Assert.Equal(6, document.Cells.Count);
        Assert.All(document.Cells, cell => Assert.Equal(CellStatus.Measured, cell.Status));
        Assert.All(document.Models, model => Assert.Equal(layout, model.Layout));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_LeavesEveryDocument(string layout)
    {
        var folder = sweeps.Folder(layout);

        foreach (var name in new[] { "journal.jsonl", "run.json", "report.html", "report.md", "cells.csv" })
        {
            Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, name)));
        }

        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder, "charts"), "*.svg"));
        Assert.Empty(Directory.EnumerateFiles(folder, ".*"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_StoredFiguresFollowFromRawSamples(string layout)
    {
        foreach (var cell in RunFiles.Document(sweeps.Folder(layout)).Cells)
        {
            var samples = cell.Measurement!.Samples;

            // DESIGN section 4: batch × generated / E2E, totals over total time.
            var rate = samples.Sum(sample => (double)cell.Cell.Batch * sample.TokenNs.Count) / samples.Sum(sample => sample.TokenNs[^1] / 1e9);
            Assert.Equal(rate, cell.Metrics!.OutputTokensPerSecond.Value, rate * 1e-9);
            Assert.Equal(DecoderMetricsCalculator.Compute(cell.Cell, samples), cell.Metrics);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_EachOperationGeneratedWhatWasAsked(string layout)
    {
        foreach (var cell in RunFiles.Document(sweeps.Folder(layout)).Cells)
        {
            Assert.InRange(cell.Measurement!.Samples.Count, 3, 10);
            Assert.All(cell.Measurement.Samples, sample => Assert.Equal(8, sample.Generated));
            Assert.True(cell.Measurement.OutputStable);
            Assert.Equal(8, cell.Measurement.OutputIds!.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_JournalStartsEachCellBeforeItEnds(string layout)
    {
        var rows = RunFiles.Rows(sweeps.Folder(layout));

        Assert.IsType<RunStartedRow>(rows[0]);
        Assert.IsType<RunEndedRow>(rows[^1]);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            if (row is CellMeasuredRow measured)
            {
                Assert.Equal(measured.Key, Assert.IsType<CellStartedRow>(rows[index - 1]).Key);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_NamesNoPersonAndNoPlace(string layout)
    {
        string[] personal = [sweeps.Person(layout).Home, Installation.ModelCache, Installation.Checkout];
        foreach (var file in Directory.EnumerateFiles(sweeps.Folder(layout), "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);

            Assert.All(personal, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase));
            if (Path.GetExtension(file) == ".png")
            {
                // Packed pixels may look like anything; what a picture says in words stands in chunks of their own.
                Assert.DoesNotContain(Chunks(File.ReadAllBytes(file)), chunk => chunk is "tEXt" or "zTXt" or "iTXt" or "eXIf");
                continue;
            }

            Assert.DoesNotMatch(AbsolutePath(), text);
            if (Environment.MachineName.Length > 4)
            {
                Assert.DoesNotContain(Environment.MachineName, text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Run_Finished_ShowsTheTableAndWhereTheResultsAre(string layout)
    {
        var output = sweeps.Command(layout).Output;

        Assert.Contains("output tok/s", output, StringComparison.Ordinal);
        Assert.Contains("int4-rtn-b32-sym", output, StringComparison.Ordinal);
        Assert.Contains($"results: results{Path.DirectorySeparatorChar}{Path.GetFileName(sweeps.Folder(layout))}", output, StringComparison.Ordinal);
        Assert.Empty(sweeps.Command(layout).Errors);
    }

    /// <summary>Names of a PNG's chunks, in their order.</summary>
    private static List<string> Chunks(byte[] png)
    {
        List<string> names = [];
        for (var at = 8; at < png.Length; at += 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at)))
        {
            names.Add(Encoding.ASCII.GetString(png, at + 4, 4));
        }

        Assert.Equal("IEND", names[^1]);
        return names;
    }

    /// <summary>A folder that only exists on some machine; web addresses and web paths are not meant.</summary>
    [GeneratedRegex(@"(?<![\w.~:/])/(home|tmp|root|work|usr|Users|var|private|opt|mnt)/|[A-Za-z]:\\\\?\w")]
    private static partial Regex AbsolutePath();
}
