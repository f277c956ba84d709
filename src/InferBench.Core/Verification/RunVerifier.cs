using System.Globalization;
using System.Text.Json;
using InferBench.Core.Journals;
using InferBench.Core.Json;
using InferBench.Core.Plans;
using InferBench.Core.Runs;

namespace InferBench.Core.Verification;

/// <summary>Computes a run's figures again from its raw samples, and its whole document from its journal, and says what does not hold.</summary>
public sealed class RunVerifier
{
    private const double Rounding = 1e-9;
    private const int MostDifferences = 20;
    private const string Validity = ".validity";

    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    private RunVerifier()
    {
    }

    /// <param name="json">The document's bytes.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="journal">The rows of its journal; null where there is none.</param>
    /// <exception cref="Errors.BadInputException">The bytes are no run document of this program.</exception>
    public static VerificationReport Verify(ReadOnlyMemory<byte> json, string name, IReadOnlyList<JournalRow>? journal) =>
        new RunVerifier().Check(json, name, journal);

    private VerificationReport Check(ReadOnlyMemory<byte> json, string name, IReadOnlyList<JournalRow>? journal)
    {
        using var stored = RunDocumentReader.Parse(json, name);
        var document = RunDocumentReader.Read(stored, name);
        var digest = CanonicalJson.Sha256(stored.RootElement);
        CheckDigest(document, digest);
        CheckParts(document);
        if (CheckSamples(document))
        {
            Compare(stored.RootElement, RunFigures.Computed(document), "the samples give");
        }

        CheckJournal(stored.RootElement, journal);
        return new VerificationReport(
            document.RunId,
            _problems,
            _notes,
            document.Cells.Count,
            document.Cells.Count(cell => cell.Measurement is not null),
            document.Cells.Sum(cell => cell.Measurement?.Samples.Count ?? 0),
            digest);
    }

    private void CheckDigest(RunDocument document, string digest)
    {
        if (document.Digest is not { } own)
        {
            _notes.Add("the document carries no digest: it was written before documents had one, or it was taken out");
        }
        else if (own != digest)
        {
            _problems.Add($"digest: the document says {own} of itself and is {digest}: something in it was changed");
        }
    }

    private void CheckParts(RunDocument document)
    {
        foreach (var key in document.Cells.GroupBy(cell => cell.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            _problems.Add($"cells: {key.Count()} cells have the key {key.Key}");
        }

        var models = document.Models.ToLookup(model => (model.Name, model.Precision, model.Provider));
        foreach (var cell in document.Cells)
        {
            if (models[(cell.Cell.Model, cell.Cell.Precision, cell.Cell.Provider)].FirstOrDefault() is not { } model)
            {
                _problems.Add($"cell {cell.Key}: its model, {cell.Cell.Model} {cell.Cell.Precision} {cell.Cell.Provider}, is not among the run's");
            }
            else if (cell.Status == CellStatus.Measured != cell.Measurement is not null)
            {
                _problems.Add($"cell {cell.Key}: its status is {cell.Status} and its measurement is {(cell.Measurement is null ? "missing" : "there")}");
            }
            else if (document.Environment.OnnxRuntime is { } runtime && Key(cell, model.Sha256, runtime, document.Plan) is { } key && key != cell.Key)
            {
                _problems.Add($"cell {cell.Key}: its key does not follow from its shape, its model's hash, the seed and ONNX Runtime's version");
            }
        }
    }

    /// <returns>Null where the document does not say all of it: a text's content, or what a one-shot cell would have been fed.</returns>
    private static string? Key(RunCell cell, string modelSha256, string runtime, Plan plan)
    {
        var first = cell switch
        {
            { Cell.IsOneShot: false } => plan.PromptText is null ? CellKey.Of(cell.Cell, modelSha256, runtime, plan.Seed ?? 0, plan.PromptIds) : null,
            { Measurement.OneShot: { } fed } => CellKey.OfOneShot(cell.Cell, modelSha256, runtime, plan.Seed ?? 0, plan.Inputs, plan.Dims, fed.TestDataSha256),
            _ => null,
        };
        return first is null ? null : CellKey.OfLaunch(first, cell.Cell.Launch);
    }

    private bool CheckSamples(RunDocument document)
    {
        var empty = document.Cells
            .Where(cell => cell.Measurement is { } measurement && (measurement.Samples.Count == 0 || measurement.Samples.Any(sample => sample.TokenNs.Count == 0)))
            .Select(cell => $"cell {cell.Key}: it has no operation to compute figures from")
            .ToList();
        _problems.AddRange(empty);
        if (document.Plan.Measure is null)
        {
            _problems.Add("plan: it has no settings of the measurement");
        }

        return empty.Count == 0 && document.Plan.Measure is not null;
    }

    private void CheckJournal(JsonElement stored, IReadOnlyList<JournalRow>? journal)
    {
        if (journal is null)
        {
            _notes.Add("there is no journal beside the document to hold it against");
            return;
        }

        Compare(stored, RunDocumentBuilder.Build(journal), "the journal gives");
    }

    private void Compare(JsonElement stored, RunDocument computed, string source)
    {
        using var json = JsonSerializer.SerializeToDocument(computed with { Digest = null }, CoreJson.Default.RunDocument);
        var differences = new JsonDifferences(Rounding, MostDifferences);
        foreach (var member in stored.EnumerateObject().Where(member => member.Name != "digest"))
        {
            differences.Compare(member.Name, member.Value, json.RootElement.TryGetProperty(member.Name, out var right) ? right : null);
        }

        foreach (var difference in differences.Found)
        {
            Say(difference, source);
        }

        if (differences.More > 0)
        {
            _problems.Add(string.Create(CultureInfo.InvariantCulture, $"and {differences.More} more differences to what {source}"));
        }
    }

    /// <summary>A rule that is younger than the run may judge it otherwise; the figures stay what they are.</summary>
    private void Say(JsonDifference difference, string source)
    {
        var line = $"{difference.Path}: the document says {difference.Stored}, {source} {difference.Computed}";
        var list = difference.Path.Contains(Validity, StringComparison.Ordinal) ? _notes : _problems;
        if (!list.Contains(line))
        {
            list.Add(line);
        }
    }
}
