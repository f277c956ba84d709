using System.Globalization;
using InferBench.Models.Tensors;
using InferBench.Runtime.Execution;

namespace InferBench.Runtime.Checks;

/// <summary>
/// Holds what a one-shot model returned against what its graph declares, the batch of the run in the place of its symbol: a model that drops items
/// would look faster than it is.
/// </summary>
public static class OneShotCheck
{
    /// <returns>What does not fit, in one line; null where all does.</returns>
    public static string? Problem(IReadOnlyList<DeclaredValue> declared, OneShotAxes axes, RunResult result, int batch)
    {
        var problems = declared.Zip(result.Outputs)
            .Select(pair => (ShapeCheck.Problem(pair.First.Type, pair.Second.Value) ?? BatchProblem(pair.First, axes, pair.Second.Value, batch)) is { } problem
                ? $"{pair.First.Name} is {problem}"
                : null)
            .OfType<string>()
            .ToList();
        return problems.Count == 0 ? null : string.Join("; ", problems);
    }

    private static string? BatchProblem(DeclaredValue output, OneShotAxes axes, HostValue value, int batch) =>
        value is HostTensor tensor && output.Type.Dims is { } dims && dims.Zip(tensor.Dims).Any(pair => axes.IsBatch(pair.First) && pair.Second != batch)
            ? string.Create(CultureInfo.InvariantCulture, $"{value} where {output.Type} is declared and the batch is {batch}")
            : null;
}
