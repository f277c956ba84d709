using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InferBench.Core.Errors;
using InferBench.Core.Runs;
using InferBench.Core.Validity;
using InferBench.Economics.Costs;
using InferBench.Reporting.Reports;

namespace InferBench.Reporting.Results;

/// <summary><c>results/index.json</c>: what runs there are, for programs that look for one.</summary>
/// <param name="SchemaVersion">Version of this document's format; 1.</param>
/// <param name="Runs">In the order of their names, which begin with their time.</param>
public sealed record ResultsIndex(int SchemaVersion, IReadOnlyList<IndexedRun> Runs)
{
    public const int CurrentSchemaVersion = 1;

    public const string FileName = "index.json";

    private const string Document = "run.json";

    /// <summary>Names are read by people too; the file is never put into a page.</summary>
    private static readonly ResultsIndexJson Readable = new(new JsonSerializerOptions(ResultsIndexJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Reads every run of a results folder; folders without a run's document, such as those of load scenarios, are passed over.</summary>
    /// <param name="results">The folder.</param>
    /// <param name="only">Names of the runs to list; null for all.</param>
    /// <exception cref="BadInputException">The folder is missing, a named run is not there, or a document is none of a run.</exception>
    public static ResultsIndex Of(string results, IReadOnlyCollection<string>? only = null)
    {
        if (!Directory.Exists(results))
        {
            throw new BadInputException($"{results}: there is no such folder");
        }

        var folders = only is null
            ? Directory.EnumerateDirectories(results).Where(folder => File.Exists(Path.Combine(folder, Document)))
            : only.Select(run => Path.Combine(results, run));
        return new ResultsIndex(
            CurrentSchemaVersion,
            [.. folders.OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(folder => Entry(Path.GetFileName(folder), RunDocumentReader.Read(folder)))]);
    }

    /// <summary>The file's text.</summary>
    public string Json() => JsonSerializer.Serialize(this, Readable.ResultsIndex) + "\n";

    /// <summary>Writes the index into the folder; a reader never sees half of it.</summary>
    /// <returns>The file's full path.</returns>
    public string Write(string results) => new ReportFolder(results).Write(FileName, Encoding.UTF8.GetBytes(Json()));

    private static IndexedRun Entry(string id, RunDocument run) => new(
        id,
        run.StartedAt,
        run.Complete,
        run.Digest,
        run.Tool.Version,
        run.Tool.GitCommit,
        run.Environment.OnnxRuntime,
        run.Environment.CpuModel,
        run.Environment.LogicalCores,
        run.Cells.Any(cell => cell.Cell.Provider != "cpu") ? [.. run.Environment.Gpus.Select(gpu => gpu.Name)] : [],
        [.. run.Models.Select(model => new IndexedModel(model.Name, model.Precision, model.Provider, model.Sha256, model.Synthetic))],
        run.Cells.Count,
        run.Cells.Count(cell => cell.Validity?.Verdict == Verdict.Valid),
        run.Price,
        [.. Enum.GetValues<CostUnit>().Select(unit => CostFrontier.Cheapest(CostCurves.From(run, unit))).OfType<CostPoint>().Select(Best)]);

    private static IndexedCell Best(CostPoint point) => new(
        point.Cell,
        point.Unit == CostUnit.Items ? "items" : "output-tokens",
        point.UsdPerMillion,
        point.PerSecond,
        point.PerUserTokensPerSecond);
}
