using System.Globalization;
using InferBench.Core.Ceilings;
using InferBench.Core.Errors;
using InferBench.Core.Statistics;

namespace InferBench.Core.Runs;

/// <summary>
/// What a document must keep before anything is computed or drawn from it: a document that reads as JSON may still say that a batch has no sequences.
/// </summary>
public static class RunDocumentRules
{
    private const int MostProblems = 10;
    private const double LeastRate = 1e-12;
    private const double MostRate = 1e18;

    /// <param name="run">The document.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="BadInputException">It breaks rules: a line for each, up to ten.</exception>
    public static void Check(RunDocument run, string name)
    {
        var problems = Problems(run).Take(MostProblems + 1).Select(problem => $"{name}: {problem}").ToList();
        if (problems.Count > MostProblems)
        {
            problems[MostProblems] = $"{name}: and more problems";
        }

        if (problems.Count > 0)
        {
            throw BadInputException.Of(problems);
        }
    }

    private static IEnumerable<string> Problems(RunDocument run)
    {
        if (!double.IsFinite(run.Price.UsdPerHour) || run.Price.UsdPerHour < 0)
        {
            yield return "price.usdPerHour must be zero or more";
        }

        foreach (var ceiling in (run.Ceilings ?? []).SelectMany(ceilings => ceilings.Measured).Where(ceiling => !IsRate(ceiling)))
        {
            yield return $"ceilings: {ceiling.Kind} has a rate that is no rate";
        }

        for (var index = 0; index < run.Cells.Count; index++)
        {
            foreach (var problem in Problems(run.Cells[index]))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"cells[{index}]: {problem}");
            }
        }
    }

    private static IEnumerable<string> Problems(RunCell cell)
    {
        if (cell.Cell.Batch < 1 || cell.Cell.PromptTokens < 0 || cell.Cell.GeneratedTokens < 1 || cell.Cell.Threads < 0)
        {
            yield return "batch and generated tokens must be 1 or more, prompt and threads not below 0";
        }

        if (cell.Cell.IsOneShot ? cell.Metrics is not null : cell.Items is not null)
        {
            yield return "it has the figures of another kind of cell";
        }

        if (cell.Measurement?.Samples.Any(sample => sample.TokenNs.Count == 0) == true)
        {
            yield return "an operation has no timestamp";
        }

        if (Rates(cell).Any(rate => !IsRate(rate.Value) || rate.Low is { } low && !IsRate(low) && low > 0))
        {
            yield return "a rate must be above zero and finite";
        }
    }

    private static IEnumerable<Estimate> Rates(RunCell cell) =>
        new[] { cell.Metrics?.OutputTokensPerSecond, cell.Metrics?.PerUserTokensPerSecond, cell.Metrics?.TtftNs.Mean, cell.Metrics?.TpotNs?.Mean, cell.Items?.ItemsPerSecond }.OfType<Estimate>();

    private static bool IsRate(Ceiling ceiling) => IsRate(ceiling.BestPerSecond);

    private static bool IsRate(double value) => value is > LeastRate and < MostRate;
}
