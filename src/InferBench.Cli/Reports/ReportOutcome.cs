using InferBench.Reporting.Reports;

namespace InferBench.Cli.Reports;

/// <summary>What <c>inferbench report --json</c> prints.</summary>
/// <param name="Answer">The answer in one sentence.</param>
/// <param name="Runs">The runs, in order.</param>
/// <param name="Altered">Those whose document is not what its digest says.</param>
/// <param name="Lines">What a million costs on each machine, model, precision, provider and shape; the cheapest first within a unit.</param>
/// <param name="Files">Files written, as seen from here.</param>
internal sealed record ReportOutcome(
    string Answer, IReadOnlyList<string> Runs, IReadOnlyList<string> Altered, IReadOnlyList<MachineLine> Lines, IReadOnlyList<string> Files);
