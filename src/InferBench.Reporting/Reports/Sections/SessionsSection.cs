using InferBench.Core.Placement;
using InferBench.Core.Runs;
using InferBench.Reporting.Reports.Blocks;
using InferBench.Reporting.Text;

namespace InferBench.Reporting.Reports.Sections;

/// <summary>How each model was run: where its operators were placed, and what stayed on the device.</summary>
internal static class SessionsSection
{
    // Beyond this a page is not read; run.json has every session.
    private const int MostRows = 100;

    private const string Suffix = "ExecutionProvider";

    private static readonly IReadOnlyList<ResultsColumn> Columns =
    [
        new("session", false), new("operators on", false), new("left to CUDA", false), new("fell to the CPU", false), new("shape arithmetic on the CPU", true), new("copies a pass", true),
        new("KV cache", false), new("tokens selected on", false), new("CUDA graph", false),
    ];

    public static ReportSection? Of(RunDocument run)
    {
        var sessions = run.Shards.Where(shard => shard.Session is not null).Select(shard => Row(shard.Key, shard.Session!)).ToList();

        // A run on the CPU has nothing to say in most of them.
        var told = Enumerable.Range(0, Columns.Count).Where(column => sessions.Any(row => row[column] != Figures.Missing)).ToList();
        return told.Count < 2 ? null : new(
            "sessions",
            "How each model was run",
            [
                new TableBlock(
                    "Placement of operators as ONNX Runtime assigned them, and what stays on the device",
                    [.. told.Select(column => Columns[column])],
                    [.. sessions.Take(MostRows).Select(row => (IReadOnlyList<string>)[.. told.Select(column => row[column])])]),
                .. sessions.Count > MostRows
                    ? [new Paragraph($"The first {Figures.Whole(MostRows)} of {Figures.Whole(sessions.Count)} sessions are shown; run.json has all of them.", ParagraphRole.Muted)]
                    : (IReportBlock[])[],
            ]);
    }

    private static IReadOnlyList<string> Row(string key, SessionReport session) =>
    [
        SafeText.Shortened(key, 120),
        session.Placement is { } placement ? Providers(placement) : Figures.Missing,
        session.Placement?.LeftToCuda is { } left ? Operators(left) : Figures.Missing,
        session.Placement is null ? Figures.Missing : Operators(session.Placement.Fallen),
        session.Placement is { } shapes ? Figures.Whole(shapes.ShapeNodesOnCpu) : Figures.Missing,
        session.Placement?.CopyNodes is { } copies ? Figures.Whole(copies) : Figures.Missing,
        Word(session.CacheMode), Word(session.Selection), Word(session.CudaGraph),
    ];

    private static string Providers(NodePlacement placement) =>
        SafeText.Shortened(string.Join(", ", placement.NodesByProvider.Select(provider => $"{Short(provider.Key)} {Figures.Whole(provider.Value)}")), 120);

    /// <summary>ONNX Runtime's name less what all of its names end with.</summary>
    private static string Short(string provider) => provider.EndsWith(Suffix, StringComparison.Ordinal) ? provider[..^Suffix.Length] : provider;

    private static string Operators(IReadOnlyList<OperatorCount> operators) => operators.Count == 0
        ? "none"
        : SafeText.Shortened(string.Join(", ", operators.Select(one => $"{one.Operator} {Figures.Whole(one.Nodes)}")), 120);

    private static string Word(string? word) => word is null ? Figures.Missing : SafeText.Shortened(word, 160);
}
