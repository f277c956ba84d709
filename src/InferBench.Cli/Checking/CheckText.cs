using System.Globalization;
using InferBench.Reporting.Text;
using InferBench.Runtime.Execution;

namespace InferBench.Cli.Checking;

/// <summary>A check for a person: one line, then a line for each output where there is something to compare. Names come out of files, so they are cleaned.</summary>
internal static class CheckText
{
    /// <summary>The one line that says how it ended.</summary>
    public static string Summary(CheckReport report)
    {
        var against = report.Source == CheckSource.Reference ? "the reference" : "its test data";
        var outputs = report.Runs.SelectMany(run => run.Outputs.Select(output => (Run: run, Output: output))).ToList();
        return SafeText.Of(outputs.FirstOrDefault(o => !o.Output.Agrees) is { Output: { } wrong, Run: var where }
            ? $"{report.Model}: {(report.Source == CheckSource.MadeUp ? "differs from what it declares or from itself" : $"differs from {against}")}: {where.Name}, output {wrong.Name}: {wrong.Problem}"
            : report.Source == CheckSource.MadeUp
                ? $"{report.Model}: runs, twice with equal outputs of the declared shapes, on made-up inputs: {report.Runs[0].Inputs}"
                : $"{report.Model}: agrees with {against}: {Count(report.Runs.Count, "run")}, {Count(outputs.Count, "output")}{Largest(outputs.Select(o => o.Output))}");
    }

    /// <summary>A line for each output.</summary>
    public static IEnumerable<string> Details(CheckReport report) =>
        from run in report.Runs
        from output in run.Outputs
        select "  " + SafeText.Of(
            $"{run.Name}  {output.Name} {output.Value}{Figure(", max abs ", output.MaxAbs)}{Figure(", max rel ", output.MaxRel)}"
            + $"{(output.SameArgMax is { } same ? same ? ", argmax agrees" : ", argmax differs" : "")}{(output.Problem is { } problem ? $": {problem}" : "")}");

    private static string Largest(IEnumerable<CheckedOutput> outputs) => Figure(", largest difference ", outputs.Max(o => o.MaxAbs));

    private static string Figure(string name, double? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name}{number:0.###e+0}") : "";

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
