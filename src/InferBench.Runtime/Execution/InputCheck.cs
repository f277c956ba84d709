using InferBench.Core.Errors;
using InferBench.Models.Tensors;

namespace InferBench.Runtime.Execution;

/// <summary>Holds inputs against what the model declares, before anything native sees them.</summary>
internal static class InputCheck
{
    /// <exception cref="BadInputException">All that does not fit, in one line.</exception>
    public static void Require(string file, IReadOnlyList<DeclaredValue> declared, IReadOnlyDictionary<string, HostValue> inputs)
    {
        var problems = inputs.Keys.Where(name => declared.All(d => d.Name != name))
            .Select(name => $"there is no input {name}")
            .Concat(declared.Select(d => inputs.TryGetValue(d.Name, out var value) ? ShapeCheck.Problem(d.Type, value) is { } problem ? $"input {d.Name}: {problem}" : null
                : $"input {d} is missing"))
            .OfType<string>()
            .ToList();
        if (problems.Count > 0)
        {
            throw new BadInputException($"{file}: {string.Join("; ", problems)}");
        }
    }
}
