using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InferBench.Core.Errors;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Plans;
using InferBench.Core.Runs;
using InferBench.Core.Tests.Runs;
using InferBench.Core.Verification;

namespace InferBench.Core.Tests.Verification;

public sealed partial class RunVerifierTests
{
    private static readonly IReadOnlyList<JournalRow> Journal = Rows();

    [Fact]
    public void Verify_ADocumentAsItWasWritten_Holds()
    {
        var report = RunVerifier.Verify(Text(Document()), "run.json", Journal);

        Assert.Empty(report.Problems);
        Assert.Empty(report.Notes);
        Assert.Equal((2, 1, 6), (report.Cells, report.Recomputed, report.Samples));
    }

    [Fact]
    public void Verify_OneDigitOfAnyNumberChanged_DoesNotHold()
    {
        var text = Encoding.UTF8.GetString(Text(Document()));
        var numbers = NumberInJson().Matches(text).Where(match => !match.Value.Contains("schemaVersion", StringComparison.Ordinal)).ToList();
        Assert.True(numbers.Count > 40);

        foreach (var number in numbers)
        {
            // The last digit: the smallest change that the text can show.
            var at = number.Groups["number"].Index + number.Groups["number"].Length - 1;
            var changed = text[..at] + (text[at] == '9' ? '8' : (char)(text[at] + 1)) + text[(at + 1)..];

            Assert.False(RunVerifier.Verify(Encoding.UTF8.GetBytes(changed), "run.json", Journal).Holds, $"{number.Value} was changed unseen");
        }
    }

    [Fact]
    public void Verify_ASampleChangedAndTheDigestMadeToFit_IsFoundByItsFigures()
    {
        var document = Document();
        var cell = document.Cells[0];
        var samples = cell.Measurement!.Samples.ToList();
        samples[2] = samples[2] with { TokenNs = [9_000_000, 20_000_002] };
        var forged = document with { Cells = [cell with { Measurement = cell.Measurement with { Samples = samples } }, document.Cells[1]] };

        var report = RunVerifier.Verify(Text(RunDigest.Sealed(forged)), "run.json", null);

        Assert.Contains(report.Problems, problem => problem.StartsWith("cells[0].metrics.ttftNs.mean.value: the document says 10000000, the samples give ", StringComparison.Ordinal));
        Assert.Equal(["there is no journal beside the document to hold it against"], report.Notes);
    }

    [Fact]
    public void Verify_APriceChangedAndTheDigestMadeToFit_IsFoundByTheJournal()
    {
        var document = Document();

        var report = RunVerifier.Verify(Text(RunDigest.Sealed(document with { Price = document.Price with { UsdPerHour = 0.01 } })), "run.json", Journal);

        Assert.Equal(["price.usdPerHour: the document says 0.01, the journal gives 0.1"], report.Problems);
    }

    [Fact]
    public void Verify_AnotherModelHash_NoLongerGivesTheCellsKey()
    {
        var document = Document();

        var report = RunVerifier.Verify(Text(RunDigest.Sealed(document with { Models = [document.Models[0] with { Sha256 = "beef" }] })), "run.json", null);

        Assert.Contains(report.Problems, problem => problem.EndsWith("its key does not follow from its shape, its model's hash, the seed and ONNX Runtime's version", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_OneShotRun_HoldsAndItsKeysFollowFromItsInputs()
    {
        var journal = OneShotRows();
        var document = RunDigest.Sealed(RunDocumentBuilder.Build(journal));

        var report = RunVerifier.Verify(Text(document), "run.json", journal);
        var forged = RunVerifier.Verify(Text(RunDigest.Sealed(document with { Plan = document.Plan with { Dims = ["width=9"] } })), "run.json", null);

        Assert.Empty(report.Problems);
        Assert.Equal(1, report.Recomputed);
        Assert.Contains("its key does not follow from its shape", Assert.Single(forged.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OtherWhiteSpace_IsTheSameDocument()
    {
        using var json = JsonDocument.Parse(Text(Document()));

        var report = RunVerifier.Verify(JsonSerializer.SerializeToUtf8Bytes(json, new JsonSerializerOptions { WriteIndented = true }), "run.json", Journal);

        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Verify_WithoutADigest_SaysSo()
    {
        var report = RunVerifier.Verify(Text(Document() with { Digest = null }), "run.json", Journal);

        Assert.True(report.Holds);
        Assert.StartsWith("the document carries no digest", Assert.Single(report.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "run.json: not JSON: ")]
    [InlineData("[1]", "run.json: not a run document: ")]
    [InlineData("{\"schemaVersion\":1}", "run.json: not a run document: ")]
    public void Verify_SomethingElse_IsRefusedInALine(string text, string problem)
    {
        var refusal = Assert.Throws<BadInputException>(() => RunVerifier.Verify(Encoding.UTF8.GetBytes(text), "run.json", null));

        Assert.StartsWith(problem, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [GeneratedRegex("""(?<name>"[a-zA-Z]+":|[\[,])(?<number>-?\d+(\.\d+)?([eE][+-]?\d+)?)(?=[,\]}])""", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberInJson();

    private static RunDocument Document() => RunDigest.Sealed(RunDocumentBuilder.Build(Journal));

    private static byte[] Text(RunDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, CoreJson.Default.RunDocument);

    /// <summary>A measured one-shot cell and one that was not reached.</summary>
    private static List<JournalRow> OneShotRows()
    {
        var start = Fabricated.StartOneShot("a", "b");
        var measured = Fabricated.MeasuredOneShot("a").Measurement;
        var plan = start.Header.Plan with { Dims = ["width=8"] };
        var model = new RunModel("llama-15m", "fp32", "cpu", "model.onnx", "5ha", 60_000_000, 15_000_000, null, null, null, Synthetic: false);
        List<PlannedCell> cells =
        [
            .. start.Header.Cells.Select(planned => planned with
            {
                Key = CellKey.OfOneShot(planned.Cell, "5ha", "1.29.0", plan.Seed!.Value, null, plan.Dims, planned.Key == "a" ? "da7a" : null),
            }),
        ];
        return
        [
            start with { Header = start.Header with { Plan = plan, Cells = cells, Models = [model], Environment = start.Header.Environment with { OnnxRuntime = "1.29.0" } } },
            new CellMeasuredRow(Fabricated.At, cells[0].Key, measured with { OneShot = measured.OneShot! with { TestDataSha256 = "da7a" } }),
        ];
    }

    /// <summary>A measured cell and a crashed one, with keys that follow from what they say.</summary>
    private static List<JournalRow> Rows()
    {
        var start = Fabricated.Start("a", "b");
        var model = new RunModel("llama-15m", "fp32", "cpu", "model.onnx", "5ha", 60_000_000, 15_000_000, null, "genai", 256, Synthetic: true);
        List<PlannedCell> cells =
            [.. start.Header.Cells.Select(planned => planned with { Key = CellKey.Of(planned.Cell, "5ha", "1.29.0", start.Header.Plan.Seed!.Value, null) })];
        var header = start.Header with { Cells = cells, Models = [model], Environment = start.Header.Environment with { OnnxRuntime = "1.29.0" } };
        return
        [
            start with { Header = header },
            Fabricated.Measured(cells[0].Key),
            new CellFailedRow(Fabricated.At, cells[1].Key, CellStatus.Crashed, "killed"),
            new QualityMeasuredRow(Fabricated.At, "llama-15m fp32 cpu", Fabricated.Quality),
            new RunEndedRow(Fabricated.At),
        ];
    }
}
